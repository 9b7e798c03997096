import type {Document} from '../document/document.ts';
import {baseOfThird, thirdOf} from '../document/verbs.ts';
import {indefiniteBeforeText} from '../evidence/indefinite.ts';
import type {Edit} from './rule.ts';
import {type Draft, type Finding, messageOf} from './run.ts';

/** The article that a proposal puts before the marked words ("vote" gives "the vote"), if that is all it does. */
const ARTICLE = /^(the|an?) /i;

/**
 * Of findings that overlap, keeps the surest; of equals the longer. What another rule proposes for the very same
 * stretch is proposed behind. Linear after sorting.
 */
export function settle(drafts: Draft[]): Draft[] {
  drafts.sort(byPlace);
  const kept: Draft[] = [];
  for (const draft of drafts) {
    let winner: Draft | undefined = draft;
    while (winner && kept.length) {
      const last: Draft = kept.at(-1)!;
      const clash = draft.start < last.end || (draft.start === last.end && draft.start === draft.end && last.start === last.end) || (draft.start === last.start && draft.end === last.end);
      if (!clash) break;
      if (winner.raw > last.raw || (winner.raw === last.raw && winner.end - winner.start > last.end - last.start)) {
        kept.pop();
        winner = withOthers(winner, last);
      } else {
        kept[kept.length - 1] = withOthers(last, winner);
        winner = undefined;
      }
    }
    if (winner) kept.push(winner);
  }
  return withoutContradictions(kept);
}

/** What is put in front of a stretch does not touch it, and comes first. */
const isPut = ({start, end}: Draft) => Number(start === end);
const byPlace = (a: Draft, b: Draft) => a.start - b.start || isPut(b) - isPut(a) || b.end - a.end || a.order - b.order;

/** Whether all that a finding proposes first is to make one word of its stretch: "hard -won" gives "hard-won". */
function joins({actual, proposals}: Draft): boolean {
  const first = proposals[0];
  return first !== undefined && /\s/.test(actual) && !/\s/.test(first.text) && first.text.replaceAll('-', '') === actual.replace(/[\s-]/g, '');
}
/** Whether a finding puts a word in front of its stretch, and changes nothing else. */
function puts({actual, proposals}: Draft): boolean {
  const first = proposals[0];
  return first !== undefined && first.text.trim() !== '' && first.text.endsWith(` ${actual}`);
}
/** Whether a finding takes its stretch away. */
const takes = ({proposals}: Draft) => proposals[0]?.text.trim() === '';

/**
 * Of findings that cannot both be right the surer one stays. "accused for murder": either the preposition is wrong, or the verb is and its preposition
 * with it. "a hard -won title": a title is won and wants an article only as long as "won" is a word.
 */
function withoutContradictions(drafts: Draft[]): Draft[] {
  const out = new Set<Draft>();
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i]!;
    if (joins(draft)) {
      const [before, after] = [drafts[i - 1], drafts[i + 1]];
      if (before && before.end === draft.start - 1 && before.raw < draft.raw && takes(before)) out.add(before);
      if (after && after.start - draft.end <= 1 && after.raw < draft.raw && puts(after)) out.add(after);
    }
    if (draft.relies === undefined) continue;
    const word = draft.start - draft.relies;
    let k = i - 1;
    while (k >= 0 && drafts[k]!.start > word) k--;
    const other = drafts[k];
    if (other?.category === 'calque' && other.end > word) out.add(other.raw > draft.raw ? draft : other);
  }
  return out.size ? drafts.filter((draft) => !out.has(draft)) : drafts;
}

/** A finding with what another one of the same stretch proposes; an article that one puts in goes before what the other puts in. */
function withOthers(winner: Draft, loser: Draft): Draft {
  if (winner.start !== loser.start || winner.end !== loser.end || winner.ruleId === loser.ruleId || !winner.proposals.length || !loser.proposals.length) return winner;
  const own = (edit: Edit) => edit.start === winner.start && edit.end === winner.end;
  const inserted = (draft: Draft) => {
    const [first] = draft.proposals;
    const article = first && own(first) ? ARTICLE.exec(first.text)?.[1] : undefined;
    return article && first!.text.slice(article.length + 1) === draft.actual ? article.toLowerCase() : undefined;
  };
  const put = (article: string, edit: Edit): Edit => (own(edit) && edit.text && !ARTICLE.test(edit.text) ? {...edit, text: `${article === 'the' ? 'the' : indefiniteBeforeText(edit.text) ?? article} ${edit.text}`} : edit);
  const [ours, theirs] = [inserted(winner), inserted(loser)];
  // What is sure by itself ("Telegram") is no noun that wants an article.
  if (theirs && !ours) return winner.tier === 'safe' ? winner : {...winner, message: messageOf(winner), proposals: winner.proposals.map((edit) => put(theirs, edit))};
  const more = ours && !theirs ? loser.proposals.map((edit) => put(ours, edit)) : loser.proposals;
  const proposals = [...winner.proposals, ...more.filter((edit) => !winner.proposals.some((p) => p.text === edit.text && p.start === edit.start))].slice(0, 8);
  return {...winner, proposals, tier: winner.tier};
}

const PLURAL: Readonly<Record<string, string>> = {is: 'are', was: 'were', has: 'have', does: 'do', "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't"};
const SINGULAR: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(PLURAL).map(([one, many]) => [many, one]));
const ONE = /^(?:he|she|it)$/i;

/**
 * Makes every proposal leave a correct sentence: a or an before a word that is put in goes with its sound, the verb with a
 * pronoun that is put in. A finding that another one's repair takes care of is left out.
 */
export function fitTogether(document: Document, findings: readonly Finding[]): Finding[] {
  const done = new Set<number>();
  const fitted: Finding[] = [];
  for (const finding of findings) {
    let proposals: Edit[] | undefined;
    for (let i = 0; i < finding.proposals.length; i++) {
      const edit = finding.proposals[i]!;
      const fit = fitIn(document, edit, i === 0, done);
      if (fit !== edit) (proposals ??= [...finding.proposals])[i] = fit;
    }
    fitted.push(proposals ? {...finding, proposals} : finding);
  }
  // "a avocado": once the noun is a lawyer, nothing is wrong with its article.
  return done.size ? fitted.filter((finding) => !(/^an?$/i.test(finding.actual) && finding.proposals.every((edit) => /^an?$/i.test(edit.text)) && done.has(document.tokenAt(finding.start)?.index ?? -1))) : fitted;
}

/** An edit that leaves a correct sentence. The a or an before one that is proposed `first` is taken care of, then: it is added to `done`. */
function fitIn(document: Document, edit: Edit, first: boolean, done: Set<number>): Edit {
  const article = articleBefore(document, edit);
  if (!article) return withVerb(document, edit);
  const right = indefiniteBeforeText(edit.text || document.text.slice(edit.end).trimStart());
  if (!right) return edit;
  if (first) done.add(article.index);
  if (right === article.word.folded) return edit;
  return {start: article.start, end: edit.end, text: `${article.text[0] === 'A' ? right.replace('a', 'A') : right}${document.text.slice(article.end, edit.start)}${edit.text}`};
}

/** Spaces between an article and its word that are looked through. */
const MAX_SPACES = 15;
const SPACE = /\s/;

/** Whether a or n, and spaces behind it, stand before an offset. */
function endsInArticle(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && offset - at <= MAX_SPACES && SPACE.test(text[at]!)) at--;
  const letter = text[at];
  return at < offset - 1 && (letter === 'a' || letter === 'n' || letter === 'A' || letter === 'N');
}

/** The a or an right before an edit that begins with a word. */
function articleBefore(document: Document, edit: Edit) {
  // Most edits have something else before them.
  if (!endsInArticle(document.text, edit.start)) return undefined;
  const token = document.tokenAt(edit.start);
  const before = token && token.start === edit.start && token.spaced ? document.before(token) : undefined;
  return before?.kind === 'word' && /^an?$/i.test(before.text) && (before.text !== 'A' || document.opensSentence(before)) ? before : undefined;
}

/** An edit that puts "they" for "he", or the other way round, with the verb behind it. */
function withVerb(document: Document, edit: Edit): Edit {
  // He, she, it or they.
  if (edit.text.length < 2 || edit.text.length > 4) return edit;
  const many = /^they$/i.test(edit.text);
  const old = document.text.slice(edit.start, edit.end);
  if (!(many ? ONE.test(old) : ONE.test(edit.text) && /^they$/i.test(old))) return edit;
  const token = document.tokenAt(edit.start);
  const verb = token && document.after(token);
  if (verb?.kind !== 'word' || verb.word.shape !== 'lower' || !verb.spaced) return edit;
  const w = verb.word.folded;
  const right = many ? (PLURAL[w] ?? (w.endsWith('s') ? baseOfThird(w) : undefined)) : (SINGULAR[w] ?? (/^(?:say|want|plan|expect|believe|hope|need|think|know|intend|deny|claim)$/.test(w) ? thirdOf(w) : undefined));
  return right ? {start: edit.start, end: verb.end, text: `${edit.text}${document.text.slice(edit.end, verb.start)}${right}`} : edit;
}
