/** "broke the collarbone", "raised the hand": English says whose hand it is. */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import type {Report} from '../../src/rule/rule.ts';

/** What one does to a part of one's own body, and hardly to anybody else's. */
const DONE = /^(?:br(?:oke|eaks|eaking|oken)|break|fractur(?:ed|ing|es)|dislocat(?:ed|ing|es)|twist(?:ed|ing|s)|sprain(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing|s)?|bruis(?:ed|ing)|rais(?:ed|ing|es)|raise|lower(?:ed|ing|s)|shr(?:ugged|ugging|ugs)|shook|shakes|shaking|clench(?:ed|ing)|nod(?:ded|ding)|bow(?:ed|ing)|clos(?:ed|ing|es)|close|wash(?:ed|ing)|scratch(?:ed|ing)|stretch(?:ed|ing)|folded|crossed|opened|rubbed|cover(?:ed|ing))$/;
const PARTS = /^(?:hands?|arms?|legs?|foot|feet|knees?|shoulders?|elbows?|wrists?|ankles?|collarbone|nose|jaw|fingers?|thumb|toes?|ribs?|head|eyes?|hip|thigh|teeth|tooth|skull|forehead|cheeks?|heel|calf|hamstring|tibia|femur|fists?|face|lips?|shin|kneecap|cheekbone|pelvis|forearm)$/;
const OWNER: Readonly<Record<string, string>> = {he: 'his', his: 'his', him: 'his', himself: 'his', she: 'her', her: 'her', herself: 'her', they: 'their', their: 'their', i: 'my', my: 'my', we: 'our', our: 'our', you: 'your'};

export function bodyPart(document: Document, the: Token, put: (found: Report) => void): boolean {
  const {tokens, sentences} = document;
  const verb = document.before(the);
  let part = document.after(the);
  if (part && /^(?:left|right|own)$/.test(part.word.folded)) part = document.after(part);
  if (verb?.kind !== 'word' || part?.kind !== 'word' || part.sentence !== the.sentence || !DONE.test(verb.word.folded) || !PARTS.test(part.word.folded)) return false;
  const next = tokens[part.index + 1];
  if (next && next.sentence === the.sentence && next.kind === 'word' && !/^(?:and|but|in|on|when|while|as|after|before|during|to|for|at|by|twice|again|yesterday|last|so|because)$/.test(next.word.folded) || next?.text === '-') return false;
  const {first} = sentences[the.sentence]!;
  let owner: string | undefined;
  for (let k = verb.index - 1; k >= first && !owner; k--) owner = Object.hasOwn(OWNER, tokens[k]!.word.folded) ? OWNER[tokens[k]!.word.folded] : undefined;
  const own = owner ? [owner] : ['his', 'her'];
  put({start: the.start, end: the.end, proposals: own, confidence: 0.55, note: 'Of a part of one’s own body English says whose it is.'});
  return true;
}
