import {fixSource, lintSource, type SourceOptions} from '../../../src/engine/source.ts';
import {loadFormat} from '../../../src/format/registry.ts';
import {giveFiles} from '../../../src/lexicon/given-files.ts';
import {unpack} from '../../../src/lexicon/pack.ts';
import type {LintResult} from '../../../src/engine/lint.ts';

/* mtlint in a worker of its own, so that typing goes on while it works. */

/** What the page asks: first with `pack`, then about texts. */
export type Question = {readonly id: number} & ({readonly pack: ArrayBuffer} | {readonly task: 'lint' | 'fix'; readonly text: string; readonly options: SourceOptions});
/** The answer to the question with this id. */
export interface Answer {
  readonly id: number;
  readonly problem?: string;
  readonly result?: Pick<LintResult, 'findings' | 'words' | 'machineLikeness' | 'sourceLanguage'>;
  /** The repaired text. */
  readonly fixed?: string;
}

const scope = globalThis as unknown as {postMessage(answer: Answer): void; addEventListener(type: 'message', listen: (event: {data: Question}) => void): void};

async function answer(question: Question): Promise<Omit<Answer, 'id'>> {
  if ('pack' in question) {
    const files = await unpack(new Uint8Array(question.pack));
    giveFiles((name) => files.get(name));
    return {};
  }
  const {task, text, options} = question;
  const markdown = await loadFormat('markdown', text);
  const {source, result} = task === 'fix' ? fixSource(text, markdown, options) : {source: undefined, result: lintSource(text, markdown, options)};
  const {findings, words, machineLikeness, sourceLanguage} = result;
  return {...(source === undefined ? {} : {fixed: source}), result: {findings, words, machineLikeness, ...(sourceLanguage ? {sourceLanguage} : {})}};
}

scope.addEventListener('message', ({data}) => {
  answer(data).then((given) => scope.postMessage({id: data.id, ...given}), (error: Error) => scope.postMessage({id: data.id, problem: error.message}));
});
