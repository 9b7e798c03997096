/** What stands behind a verb in another language's form: "instead of to pay", "was prevented to leave", "made the crowd to laugh", "Did he knew", "said that is ready to". */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfPast, ingOf, isInfinitive} from '../../src/document/verbs.ts';
import {wordQuestion} from '../../src/document/word.ts';
import {BE, infinitiveAt, wordAt} from '../../src/evidence/clause.ts';
import type {Report} from '../../src/rule/rule.ts';
import {mayHelp} from './endings.ts';

type Put = (found: Report) => void;

const PREVENTED = /^(?:prevented|dissuaded|deterred|discouraged|hindered|refrained)$/;
/** What one is interested in doing; one is interested to hear, to see and to know. */
const VENTURES = /^(?:buy|acquire|invest|participate|take|join|sell|build|sign|work|play|become|make|develop|cooperate|continue|purchase|create|open|move|host)$/;
const CROWD = /^(?:crowd|people|audience|children|public|fans|players|guests|spectators|residents|workers|soldiers|men|women|boys|girls|visitors|viewers|students|pupils|passengers|drivers)$/;
const MAKES = /^(?:make|makes|made|making|let|lets|letting)$/;
const SEES = /^(?:saw|heard|seen|sees|hears|noticed)$/;
const SAYS = /^(?:said|says|say|believes?|believed|thinks?|thought|hopes?|hoped|claims?|claimed|insists?|insisted|admitted|admits|stressed|assured|assures|added|explained|declared|declares)$/;
/** What only somebody is, so that "that" before it cannot be its subject. */
const PERSONAL = /^(?:ready|willing|prepared|convinced|proud|happy|confident|sorry|glad|aware|determined|able|unable|grateful|afraid|worried|satisfied|disappointed|optimistic|innocent)$/;

/** Forms at which one of these is looked for. */
export const mayBeComplement = wordQuestion(({folded}) => folded === 'of' || folded === 'by' || folded === 'did' || folded === 'interested' || folded === 'that' || PREVENTED.test(folded) || MAKES.test(folded) || SEES.test(folded) || mayHelp(folded));

export function complementOf(document: Document, token: Token, put: Put): void {
  const {tokens} = document;
  const {index: i, sentence} = token;
  const w = token.word.folded;
  const change = (first: Token, last: Token, text: string, confidence: number, note: string) => put({start: first.start, end: last.end, proposals: [text], confidence, note});
  if (w === 'of' || w === 'by') {
    if (!infinitiveAt(document, i + 1, sentence) || (w === 'by' ? !document.opensSentence(token) && tokens[i - 1]?.text !== ',' : document.before(token)?.word.folded !== 'instead')) return;
    const verb = tokens[i + 2]!;
    return change(tokens[i + 1]!, verb, ingOf(verb.word.folded), 0.85, `Behind \`${w === 'of' ? 'instead of' : w}\` English has the -ing form.`);
  }
  if (PREVENTED.test(w) || w === 'interested') {
    const verb = tokens[i + 2];
    if (!infinitiveAt(document, i + 1, sentence) || !verb || !BE.has(document.before(token)?.word.folded ?? '')) return;
    const interested = w === 'interested';
    if (interested && !VENTURES.test(verb.word.folded)) return;
    return change(tokens[i + 1]!, verb, `${interested ? 'in' : 'from'} ${ingOf(verb.word.folded)}`, interested ? 0.55 : 0.75, `English says: ${token.text} ${interested ? 'in' : 'from'} doing something.`);
  }
  if (MAKES.test(w)) {
    const noun = wordAt(document, i + 2, sentence) ?? '';
    const to = tokens[i + 3];
    if (!/^(?:the|his|her|their|our|its)$/.test(wordAt(document, i + 1, sentence) ?? '') || !CROWD.test(noun) || !to || !infinitiveAt(document, i + 3, sentence) || /^(?:see|show|help|be)$/.test(tokens[i + 4]!.word.folded)) return;
    return change(to, tokens[i + 4]!, tokens[i + 4]!.text, 0.6, `Behind “${token.text}” and an object the verb has no “to”.`);
  }
  if (SEES.test(w)) {
    const verb = tokens[i + 3];
    if (!/^(?:him|them|her|us|me)$/.test(wordAt(document, i + 1, sentence) ?? '') || !infinitiveAt(document, i + 2, sentence) || !verb || /^(?:be|have)$/.test(verb.word.folded)) return;
    return change(tokens[i + 2]!, verb, ingOf(verb.word.folded), 0.6, `Behind “${token.text}” and an object the verb has no “to”.`);
  }
  if (w === 'did') {
    const verb = tokens[i + 2];
    const {last} = document.sentences[sentence]!;
    if (!/^(?:he|she|they|it|we|you|i)$/.test(wordAt(document, i + 1, sentence) ?? '') || verb?.kind !== 'word' || verb.sentence !== sentence || tokens[last]!.text !== '?' && tokens[last - 1]?.text !== '?') return;
    const base = baseOfPast(verb.word.folded);
    if (base && base !== verb.word.folded && !isInfinitive(verb.word.folded)) change(verb, verb, base, 0.85, 'Behind “did” the verb has no ending.');
    return;
  }
  if (w !== 'that') return;
  // "said that is ready to resign"
  const said = document.before(token);
  const be = tokens[i + 1];
  const next = wordAt(document, i + 3, sentence);
  if (!said || !SAYS.test(said.word.folded) || !be || be.sentence !== sentence || !/^(?:is|was|are|were|am)$/.test(be.word.folded) || !PERSONAL.test(wordAt(document, i + 2, sentence) ?? '') || !/^(?:to|that|of|for|about|with)$/.test(next ?? '')) return;
  const who = be.word.folded === 'am' ? ['I'] : /^(?:are|were)$/.test(be.word.folded) ? ['they', 'we'] : ['he', 'she', 'it'];
  put({start: be.start, end: be.end, proposals: who.map((subject) => `${subject} ${be.text}`), confidence: 0.75, message: `A subject is missing before \`${be.text}\``, note: 'An English clause has a subject.'});
}
