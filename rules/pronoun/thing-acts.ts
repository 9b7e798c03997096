/** "He was adopted by 120 votes", "She came into force in May": he and she before what is said of things alone. */
import type {Token} from '../../src/document/token.ts';
import {isInfinitive} from '../../src/document/verbs.ts';
import {saidOf} from './said-of.ts';
import {type Scene} from './scene.ts';
import {goesOn} from './things.ts';
import {NEUTER} from './words.ts';

/** What is so of doing something. */
const JUDGED = /^(?:necessary|possible|impossible|probable|obvious|evident|advisable|desirable|inevitable|regrettable|undeniable|preferable|unnecessary|conceivable|understandable)$/;
const BE = /^(?:is|was)$/;
const BEEN = /^(?:been|be)$/;
const HELPS = /^(?:has|had|will|would|can|could|must|should|may|might)$/;
const ADVERB = /^(?:not|also|already|still|never|now|later|soon|first|only|then|recently|originally|[a-z]{3,}ly)$/;
/** Of these English says "she", too. */
const SHE = /^(?:ship|ships|vessel|boat|yacht|ferry|frigate|cruiser|destroyer|liner|schooner|submarine|tanker|carrier|country|nation|navy|horse|mare|filly)$/;
/** What stands for an amount: "costs 20 euros". */
const AMOUNT = /^(?:about|around|nearly|almost|over|more|less|up|between|at|an?|some|only|just|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundreds|thousands|millions|tens|several)$/;

export function thingActs(scene: Scene, token: Token): boolean {
  const {tokens, sentences, flag} = scene;
  const {folded} = token.word;
  if (folded !== 'he' && folded !== 'she') return false;
  const {sentence} = token;
  let at = token.index + 1;
  let confidence = 0;
  const word = () => (tokens[at]?.sentence === sentence && tokens[at]!.kind === 'word' ? tokens[at]!.word.folded : '');
  const skip = () => {
    for (let n = 0; n < 2 && ADVERB.test(word()); n++) at++;
  };
  skip();
  const start = at;
  let passive = BE.test(word());
  if (passive) at++;
  else if (HELPS.test(word())) {
    at++;
    skip();
    passive = BEEN.test(word());
    if (passive) at++;
  }
  const known = saidOf();
  skip();
  if (passive) {
    if (word() === 'being') at++;
    if (known.done.has(word()) && !/^(?:with|off|out|as|saying|himself|herself|that)$/.test(tokens[at + 1]?.word.folded ?? '')) confidence = 0.62;
  }
  const fits = (acts: typeof known.acts) => (acts.get(word()) ?? (passive ? acts.get(`be ${word()}`) : undefined))?.some((words) => words.every((w, n) => {
    const t = tokens[at + 1 + n];
    if (t?.sentence !== sentence) return false;
    return w === '#' ? t.kind === 'number' || AMOUNT.test(t.word.folded) || /^[$€£]$/.test(t.text) : t.word.folded === w;
  }));
  if (!confidence && fits(known.acts)) confidence = 0.6;
  if (!confidence && !passive && /^(?:has|had)$/.test(tokens[start]?.word.folded ?? '')) at = start;
  if (!confidence && fits(known.likely)) confidence = goesOn(scene, token);
  // "he is necessary to act", "he was not his obligation to show it"
  if (!confidence && passive) {
    const next = tokens[at + 1]?.sentence === sentence ? tokens[at + 1]!.word.folded : '';
    const third = tokens[at + 2]?.sentence === sentence ? tokens[at + 2]!.word.folded : '';
    if (JUDGED.test(word()) && (next === 'that' || next === 'to' && !/^(?:impossible|inevitable|undeniable)$/.test(word()) && isInfinitive(third))) confidence = 0.62;
    else if (/^(?:his|her|my|our|your|their)$/.test(word()) && /^(?:obligation|duty|right|responsibility|task|intention|habit|turn)$/.test(next) && third === 'to') confidence = 0.6;
  }
  if (!confidence) return false;
  if (folded === 'she') {
    const from = sentences[Math.max(0, sentence - 2)]!.first;
    for (let k = from; k < token.index; k++) if (SHE.test(tokens[k]!.word.folded) || /^(?:HMS|USS|MV|RMS|SS)$/.test(tokens[k]!.text)) return false;
  }
  flag('thing', token, NEUTER[folded]!, confidence, 'This is said of things.');
  return true;
}
