/** What somebody types who writes and edits an article: what `npm run bench:typing` replays. */
import {type Article, randomFrom} from './text.ts';

/** A change of a text: `length` UTF-16 code units from `at` give way to `text`. */
export interface Change {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** A sentence as an engine wrote it, with the changes by which an editor repairs it, the last place first. */
interface Broken {
  readonly text: string;
  readonly repairs: readonly Change[];
}

/** Where sentences end: behind the mark, before the space. */
const END = /[.!?]["”]?(?=\s)/;
/** How far the text may grow or shrink. */
const SHARE = 0.03;
/** Changes that are taken back at once. */
const MAX_UNDO = 60;

/** The sentences of articles: as their editors left them, and those that an engine broke. */
function sentencesOf(articles: readonly Article[]): {sound: string[]; broken: Broken[]} {
  const sound: string[] = [];
  const broken: Broken[] = [];
  for (const {damaged, repairs, sound: corrected} of articles) {
    sound.push(...corrected.split(/(?<=[.!?]["”]?)\s+/).filter((sentence) => /^\p{Lu}.{40,}[.!?]$/u.test(sentence)));
    let start = 0;
    for (const {index, 0: mark} of damaged.matchAll(new RegExp(END, 'g'))) {
      const end = index + mark.length;
      const own = repairs.filter((one) => one.start >= start && one.end <= end);
      const text = damaged.slice(start, end);
      if (own.length && /^\p{Lu}.{40,}$/u.test(text)) broken.push({text, repairs: own.map((one) => ({at: one.start - start, length: one.end - one.start, text: one.fixes[0]!.replace('?', '')})).reverse()});
      start = end + /^\s*/.exec(damaged.slice(end))![0].length;
    }
  }
  return {sound, broken};
}

/**
 * A session of writing and editing a text, for ever, the same on every run; what is written comes from articles. Sentences are typed letter by letter, with a wrong one now and then that
 * is taken back, words deleted and typed again, figures changed, sentences and paragraphs deleted, moved and pasted, paragraphs split and joined,
 * and what was done is undone; now and then a sentence comes from an engine and is repaired. Most of it at one place or not far
 * from it, one action in six anywhere. What is typed is sound English for the rest, and the text keeps its length within three per cent.
 */
export function* typing(before: string, articles: readonly Article[]): Generator<Change> {
  const {sound, broken} = sentencesOf(articles);
  const random = randomFrom(99);
  const any = <T>(of: readonly T[]) => of[random(of.length)]!;
  let text = before;
  let place = 500;
  /** The changes that undo the last action, the last first. */
  let undo: Change[] = [];

  function put(at: number, length: number, put: string): Change {
    undo.unshift({at, length: put.length, text: text.slice(at, at + length)});
    text = text.slice(0, at) + put + text.slice(at + length);
    place = at + put.length;
    return {at, length, text: put};
  }
  /** Typed, with a slip in forty letters that is seen two letters later. */
  function* type(at: number, typed: string): Generator<Change> {
    for (let i = 0; i < typed.length; i++) {
      const slip = typed.length - i > 3 && /[a-z]{3}/.test(typed.slice(i, i + 3)) && random(40) === 0;
      if (slip) {
        yield put(at, 0, typed[i + 1]!);
        yield put(at + 1, 0, typed[i]!);
        yield put(at + 1, 1, '');
        yield put(at, 1, '');
      }
      yield put(at++, 0, typed[i]!);
    }
  }
  /** Deleted letter by letter, from the last. */
  function* erase(start: number, end: number): Generator<Change> {
    for (let at = end; at-- > start; ) yield put(at, 1, '');
  }
  const paragraphOf = (at: number): readonly [start: number, end: number] => {
    const start = text.lastIndexOf('\n\n', at - 1) + 2;
    const end = text.indexOf('\n\n', Math.max(start, at));
    return [start === 1 ? 0 : start, end < 0 ? text.length : end];
  };
  /** Where a pattern matches first behind a place. */
  const find = (pattern: RegExp, from: number) => {
    const global = new RegExp(pattern, 'g');
    global.lastIndex = from;
    return global.exec(text) ?? undefined;
  };
  const endBehind = (at: number) => {
    const found = find(END, at);
    return found && found.index + found[0].length;
  };
  /** A sentence behind a place, with the space before it. */
  const sentenceBehind = (at: number): readonly [start: number, end: number] | undefined => {
    const start = endBehind(at);
    const end = start === undefined || text[start] !== ' ' ? undefined : endBehind(start + 1);
    return end === undefined || text.slice(start, end).includes('\n') ? undefined : [start!, end];
  };

  const actions: readonly (readonly [weight: number, action: (at: number) => Generator<Change>])[] = [
    [6, function* write(at) {
      const end = endBehind(at);
      if (end !== undefined) yield* type(end, ` ${any(sound)}`);
    }],
    [12, function* typeWordAgain(at) {
      const word = find(/\b[a-z]{4,}\b/, at);
      if (!word) return;
      const from = word.index + random(word[0].length - 1);
      yield* erase(from, word.index + word[0].length);
      yield* type(from, word[0].slice(from - word.index));
    }],
    [3, function* changeFigure(at) {
      const figure = find(/(?<=\s)[1-9]\d(?=\s)/, at);
      if (!figure) return;
      yield* erase(figure.index, figure.index + 2);
      yield* type(figure.index, String(10 + random(90)));
    }],
    [2, function* deleteSentence(at) {
      const found = sentenceBehind(at);
      if (found) yield put(found[0], found[1] - found[0], '');
    }],
    [2, function* eraseSentence(at) {
      const found = sentenceBehind(at);
      if (found) yield* erase(...found);
    }],
    [2, function* moveSentence(at) {
      const found = sentenceBehind(at);
      if (!found) return;
      const sentence = text.slice(...found);
      yield put(found[0], sentence.length, '');
      const to = endBehind(random(2) ? random(text.length) : found[0] + random(1500));
      if (to !== undefined) yield put(to, 0, sentence);
    }],
    [1, function* moveParagraph(at) {
      const [start, end] = paragraphOf(at);
      const paragraph = text.slice(start, end + 2);
      if (!paragraph.endsWith('\n\n')) return;
      yield put(start, paragraph.length, '');
      yield put(paragraphOf(random(text.length))[0], 0, paragraph);
    }],
    [1, function* pasteParagraph(at) {
      yield put(paragraphOf(at)[0], 0, `${Array.from({length: 3 + random(3)}, () => any(sound)).join(' ')}\n\n`);
    }],
    [1, function* deleteParagraph(at) {
      const [start, end] = paragraphOf(at);
      yield put(start, Math.min(end + 2, text.length) - start, '');
    }],
    [2, function* splitParagraph(at) {
      const end = endBehind(at);
      if (end === undefined || text[end] !== ' ') return;
      yield put(end, 1, '\n');
      yield put(end + 1, 0, '\n');
    }],
    [2, function* joinParagraphs(at) {
      const [, end] = paragraphOf(at);
      if (end + 2 >= text.length) return;
      yield put(end, 1, '');
      yield put(end, 1, ' ');
    }],
    [1, function* translateAndRepair(at) {
      const end = endBehind(at);
      if (end === undefined) return;
      const sentence = any(broken);
      if (random(2)) yield* type(end, ` ${sentence.text}`);
      else yield put(end, 0, ` ${sentence.text}`);
      for (const {at: inside, length, text: repaired} of sentence.repairs) {
        yield* erase(end + 1 + inside, end + 1 + inside + length);
        yield* type(end + 1 + inside, repaired);
      }
    }],
    [2, function* takeBack() {
      for (const {at, length, text: back} of undo.slice(0, MAX_UNDO)) yield put(at, length, back);
    }],
  ];
  const byName = new Map(actions.map(([, action]) => [action.name, action]));
  const weights = actions.reduce((sum, [weight]) => sum + weight, 0);
  const chosen = () => {
    if (text.length > before.length * (1 + SHARE)) return byName.get(any(['deleteSentence', 'eraseSentence', 'deleteParagraph']))!;
    if (text.length < before.length * (1 - SHARE)) return byName.get(any(['write', 'pasteParagraph']))!;
    let rest = random(weights);
    return actions.find(([weight]) => (rest -= weight) < 0)![1];
  };
  for (;;) {
    const action = chosen();
    if (action.name !== 'takeBack') undo = [];
    const at = random(6) ? place + random(1200) - 600 : random(text.length);
    yield* action(Math.max(0, Math.min(at, text.length - 1)));
    if (action.name === 'takeBack') undo = [];
  }
}
