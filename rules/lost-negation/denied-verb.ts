/** Verbs that are denied: a verb that helps, its "not", and what they would say without. */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {isInfinitive, pastOf, thirdOf} from '../../src/document/verbs.ts';

/** Verbs that take "not" behind them. */
export const HELPER = /^(?:do|does|did|has|have|had|is|are|was|were|can|could|will|would|must|should|may|might)$/;
/** Contractions of which the helper is another word. */
const SHORT: Readonly<Record<string, string>> = {"won't": 'will', "can't": 'can', cannot: 'can'};
/** Behind these, "not" denies something else than the verb. */
const NOT_THE_VERB = /^(?:only|just|merely|even|necessarily|always|also|yet)$/;
/** Here another clause begins. */
const CLAUSE = /^(?:that|who|which|and|but|if|when|because)$/;

/** The finite verb with `helper` before it, affirmed: "did know" is "knew". */
export const affirmed = (helper: string, verb: string): string => (helper === 'did' ? pastOf(verb) : helper === 'does' ? (verb === 'have' ? 'has' : thirdOf(verb)) : helper === 'do' ? verb : `${helper} ${verb}`);

export interface DeniedVerb {
  readonly aux: Token;
  /** The verb behind "not". */
  readonly verb: Token;
  /** What `aux` to `verb` are without the denial. */
  readonly affirmed: string;
}

/** "didn't hear", "has not seen" from its helper on; undefined where something else stands. */
export function deniedVerb(document: Document, aux: Token | undefined): DeniedVerb | undefined {
  if (aux?.kind !== 'word') return undefined;
  const w = aux.word.folded;
  const short = w === 'cannot' || w.endsWith("n't");
  const helper = !short ? w : (SHORT[w] ?? w.slice(0, -3));
  const not = short ? aux : document.after(aux);
  if (!HELPER.test(helper) || !not || !short && not.word.folded !== 'not') return undefined;
  const verb = document.after(not);
  if (verb?.kind !== 'word' || verb.sentence !== aux.sentence || NOT_THE_VERB.test(verb.word.folded) || /^d/.test(helper) && !isInfinitive(verb.word.folded)) return undefined;
  return {aux, verb, affirmed: affirmed(helper, verb.text)};
}

/** The denied verb of the clause that goes on at token `from`: the first verb that helps decides. At most `reach` tokens on. */
export function deniedBehind(document: Document, from: number, reach: number): DeniedVerb | undefined {
  const {tokens} = document;
  const {sentence} = tokens[from - 1]!;
  for (let k = from; k < from + reach; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== sentence || CLAUSE.test(t.word.folded)) return undefined;
    if (HELPER.test(t.word.folded) || t.word.folded === 'cannot' || t.word.folded.endsWith("n't")) return deniedVerb(document, t);
  }
  return undefined;
}
