/** "He was adopted by 120 votes", "She came into force in May": he and she before what is said of things alone. */
import type {Token} from '../../src/document/token.ts';
import {isInfinitive} from '../../src/document/verbs.ts';
import {readData} from '../../src/lexicon/assets.ts';
import {type Scene} from './scene.ts';
import {NEUTER} from './words.ts';

/** What things alone do and what is done to them alone, by the first word: `rules/things.yml`. */
interface Acts {
  readonly done: ReadonlySet<string>;
  readonly acts: ReadonlyMap<string, readonly (readonly string[])[]>;
}
let known: Acts | undefined;
function load(): Acts {
  const raw = readData<{done: string; acts: Record<string, string>}>('things');
  return {done: new Set(raw.done.split(' ')), acts: new Map(Object.entries(raw.acts).map(([verb, behind]) => [verb, behind.split(', ').map((words) => words.split(' '))]))};
}

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
  let passive = BE.test(word());
  if (passive) at++;
  else if (HELPS.test(word())) {
    at++;
    skip();
    passive = BEEN.test(word());
    if (passive) at++;
  }
  known ??= load();
  skip();
  if (passive) {
    if (word() === 'being') at++;
    if (known.done.has(word()) && !/^(?:with|off|out|as|saying|himself|herself|that)$/.test(tokens[at + 1]?.word.folded ?? '')) confidence = 0.62;
  }
  if (!confidence) {
    const behind = known.acts.get(word()) ?? (passive ? known.acts.get(`be ${word()}`) : undefined);
    for (const words of behind ?? []) {
      const fits = words.every((w, n) => {
        const t = tokens[at + 1 + n];
        if (t?.sentence !== sentence) return false;
        return w === '#' ? t.kind === 'number' || AMOUNT.test(t.word.folded) || /^[$€£]$/.test(t.text) : t.word.folded === w;
      });
      if (fits) confidence = 0.6;
    }
  }
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
