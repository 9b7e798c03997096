import path from 'node:path';
import {languageName} from '../engine/languages.ts';
import type {LintResult} from '../engine/lint.ts';
import {lintSource, type SourceOptions} from '../engine/source.ts';
import {type Format, FormatError} from '../format/format.ts';
import {checkText, formatOf, isNamed, isRead, loadFormat} from '../format/registry.ts';
import {SURE} from '../report/result.ts';
import {ParagraphMemo} from '../rule/paragraph-memo.ts';
import type {Finding} from '../rule/run.ts';
import {noText} from '../cli/decode.ts';
import type {Applying} from './project.ts';

/** UTF-16 code units of a text that are linted; what follows is left, so that typing stays fluent. */
export const MAX_LENGTH = 400_000;

const LANGUAGES: Readonly<Record<string, string>> = {plaintext: 'text', text: 'text', 'plain text': 'text', markdown: 'markdown', mdx: 'mdx', html: 'html', xhtml: 'html'};

/** What was found in a text. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly format: Format;
  readonly options: SourceOptions;
  readonly result?: LintResult;
  /** Where the part that was linted ends, if the text is too large. */
  readonly cut?: number;
  /** What kept the text from being linted. */
  readonly error?: string;
}

/** The id of the format in which a document is read: what the settings, then its name, then the editor says; undefined for what is no prose. */
export function formatIdOf(file: string, languageId: string, as: string | undefined): string | undefined {
  if (as) return as === 'docx' ? undefined : as;
  const byLanguage = LANGUAGES[languageId.toLowerCase()];
  if (!isNamed(file)) return isRead(file) ? byLanguage : undefined;
  const id = formatOf(file);
  // JSON is prose only where settings say so.
  return id === 'docx' ? undefined : id === 'json' ? byLanguage : id;
}

/** What is kept of a text from one version to the next: of the settings that it was linted with, what was found in its paragraphs. */
export interface Kept {
  options?: SourceOptions;
  memo?: ParagraphMemo;
}

/** Lints a text as the command does. Too large a text is linted up to the last paragraph that ends in time, at most `length` UTF-16 code units. `kept` is for a text that will be linted again. */
export async function check(text: string, formatId: string, {options, as}: Pick<Applying, 'options' | 'as'>, kept?: Kept, length = MAX_LENGTH): Promise<Checked> {
  const format = await loadFormat(formatId, text);
  let source = text;
  if (text.length > length) source = text.slice(0, Math.max(text.lastIndexOf('\n\n', length), text.lastIndexOf('\n', length), 0) || length);
  const cut = source.length < text.length ? {cut: source.length} : {};
  try {
    const problem = noText(source);
    if (problem) throw new FormatError(problem);
    if (!as && formatId === 'text') checkText(source);
    if (kept && kept.options !== options) Object.assign(kept, {options, memo: new ParagraphMemo()});
    const result = lintSource(source, format, options, kept?.memo);
    return {findings: result.findings, format, options, result, ...cut};
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return {findings: [], format, options, error: error.message, ...cut};
  }
}

/** What the status item of an editor says about a document. */
export interface Status {
  readonly uri: string;
  readonly words: number;
  readonly findings: number;
  /** 0 to 1. */
  readonly machineLikeness: number;
  /** English name of the language from which the text was translated, where it is known. */
  readonly sourceLanguage?: string;
  /** Whether that is what the settings say. */
  readonly given?: boolean;
}

export function statusOf(uri: string, {result, findings, options}: Checked): Status {
  const {words = 0, machineLikeness = 0, sourceLanguage} = result ?? {};
  return {uri, words, findings: findings.length, machineLikeness, ...(sourceLanguage && sourceLanguage.score >= SURE ? {sourceLanguage: languageName(sourceLanguage.language), ...(options.from ? {given: true} : {})} : {})};
}

/** Whether a file lies in one of several folders. */
export const isIn = (file: string, folders: readonly string[]): boolean => folders.some((folder) => !path.relative(folder, file).startsWith('..') && !path.isAbsolute(path.relative(folder, file)));

/** The nearest of the editor's folders in which a file lies, else the file's own. */
export function folderOf(file: string, folders: readonly string[]): string {
  const holding = folders.filter((folder) => isIn(file, [folder]));
  return holding.sort((a, b) => b.length - a.length)[0] ?? path.dirname(file);
}
