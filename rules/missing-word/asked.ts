/** Who is told, what is asked for and whose it is: "told Oslo, on Monday", "who has to prove.", "asked the court a delay", "the coffin Pope Francis". */
import type {Document} from '../../src/document/document.ts';
import {DAYS, FUNCTION_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {endsPhrase} from '../../src/evidence/noun-phrase.ts';
import {Flag} from '../../src/lexicon/lexicon.ts';
import type {Report} from '../../src/rule/rule.ts';

/** Buildings and grounds, which hear nobody. */
const SITES = /^(?:complex|building|palace|residence|field|square|stadium|headquarters|airport|hotel|parliament|office|mosque|church|basilica|university|museum|street|house|villa|hall|market|hospital|station|harbour|harbor|barracks|embassy|campus)$/;
/** Towns whose names are words of another kind as well. */
const TOWN = new Set(['solo', 'java', 'bogor', 'depok', 'bekasi']);
/** What one asks others for. */
const WANTED = new Set('clarification clarifications explanation explanations postponement extension delay apology apologies meeting help assistance support permission forgiveness money information proof evidence intervention loan visa asylum guarantee guarantees commitment solution solutions interview ransom compensation advice patience respect understanding protection authorisation authorization resignation ceasefire truce details report investigation inquiry pardon audience autograph reprieve moratorium mediation refund discount'.split(' '));
const ALONE = /^(?:help|support|forgiveness|permission|money|advice|assistance|proof|evidence|patience|protection|asylum)$/;

/** "“…,” the mayor told Solo, Central Java, on Friday": a place in place of those who were told. */
export function toldPlace(document: Document, told: Token): Report | undefined {
  const {tokens} = document;
  const {sentence} = told;
  const speaker = document.before(told);
  let k = told.index + 1;
  const the = tokens[k]?.word.folded === 'the';
  if (the) k++;
  const start = k;
  while (k < start + 4 && tokens[k + 1]?.kind === 'word' && tokens[k + 1]!.sentence === sentence && tokens[k + 1]!.spaced && !FUNCTION_WORDS.has(tokens[k + 1]!.word.folded) && !DAYS.has(tokens[k + 1]!.word.folded) && (tokens[k + 1]!.word.shape === 'capital' || SITES.test(tokens[k + 1]!.word.folded))) k++;
  const last = tokens[k];
  const first = tokens[told.index + 1];
  if (speaker?.kind !== 'word' || last?.kind !== 'word' || last.sentence !== sentence || !first) return undefined;
  const site = SITES.test(last.word.folded);
  const {flags} = last.word.entry;
  // "told Moscow that", "told the parliament": governments and houses hear. What follows a place is another one or a time.
  const next = tokens[k + 1];
  const behind = next?.text === ',' || next?.text === '(' ? tokens[k + 2] : undefined;
  const place = (t: Token | undefined) => t?.sentence === sentence && t.word.shape === 'capital' && (TOWN.has(t.word.folded) || (t.word.entry.flags & Flag.Place) !== 0);
  const second = place(behind) || behind?.word.shape === 'capital' && place(tokens[behind.index + 1]);
  const located = behind?.sentence === sentence && (behind.kind === 'number' || DAYS.has(behind.word.folded) || second);
  if (!located || (site ? k === start && !the : !place(last) || (flags & Flag.Person) !== 0 && !second)) return undefined;
  // The words that were said stand before.
  let said = false;
  for (let n = told.index - 1; n >= document.sentences[sentence]!.first && told.index - n < 8; n--) if (/^[”"]$/.test(tokens[n]!.text)) said = true;
  const opens = tokens[document.sentences[sentence]!.first]!.index >= speaker.index - 2;
  if (!said && !opens) return undefined;
  const at = site ? 'at' : 'in';
  return {start: first.start, end: first.end, proposals: [`reporters ${at} ${first.text}`, `journalists ${at} ${first.text}`], confidence: 0.6, note: 'A place hears nobody: who was told is missing.', message: `A word seems to be missing before \`${first.text}\`: \`reporters ${at}\``};
}

/** Things that are somebody's, before a title: "the coffin Pope Francis". */
const OWNED = /^(?:coffin|body|tomb|grave|funeral|death|house|home|residence|portrait|statue|bust|name|diploma|diplomas|degree|speech|government|administration|office|cabinet|era|term|mandate|arrival|election|re-election|impeachment|resignation|family|message|letter|palace|convoy|motorcade|inauguration|policy|policies|camp|victory|defeat|assassination|arrest|photo|photograph|image|successor|legacy|volunteers|supporters)$/;
const TITLE = /^(?:President|Pope|King|Queen|Prince|Princess|Minister|Chancellor|Mr|Mrs|Ms|Governor|Mayor|General)$/;

/** "the coffin Pope Francis.": a name with its title right behind what is its. */
export function ofNamed(document: Document, noun: Token, next: Token): Token | undefined {
  const {tokens} = document;
  if (!OWNED.test(noun.word.folded) || !TITLE.test(next.text) || !next.spaced || next.sentence !== noun.sentence || !/^(?:the|this|that|original|alleged|false|fake|former|first|new)$/.test(document.before(noun)?.word.folded ?? '')) return undefined;
  let k = next.index + 1;
  if (tokens[k]?.text === '.' && !tokens[k]!.spaced) k++;
  const start = k;
  while (k < start + 4 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === noun.sentence && tokens[k]!.word.shape === 'capital') k++;
  const behind = tokens[k];
  // "the house President Obama bought": a clause of its own has a verb behind the name.
  return k > start && (!behind || behind.sentence !== noun.sentence || /^[.,;:!?)]$/.test(behind.text)) ? next : undefined;
}

/** "challenges them to prove in court", "who has to prove." */
export function proved(document: Document, prove: Token, next: Token): Report | undefined {
  const {tokens} = document;
  const {sentence, index} = prove;
  const to = document.before(prove);
  const ends = next.sentence !== sentence || /^[.,;?!”"]$/.test(next.text) || /^(?:and|but|because)$/.test(next.word.folded) || next.word.folded === 'in' && tokens[next.index + 1]?.word.folded === 'court';
  if (!ends || !to || !/^(?:to|can|could|must|cannot|should|will)$/.test(to.word.folded)) return undefined;
  // "a point to prove", "what they can prove", "hard to prove": the object stands before.
  const {first} = document.sentences[sentence]!;
  for (let k = index - 1; k >= first && index - k < 14; k--) if (/^(?:nothing|something|anything|everything|all|lot|much|little|point|points|case|thing|things|what|which|that|claims|theory|hypothesis|allegations|hard|harder|difficult|easy|easier|impossible|tough|trying|tricky|simple|able|than|as|left|theorem|how)$/.test(tokens[k]!.word.folded)) return undefined;
  const within = next.kind === 'word' && next.sentence === sentence;
  const [start, end] = within ? [next.start, next.end] : [prove.start, prove.end];
  return {start, end, proposals: ['it', 'this'].map((object) => (within ? `${object} ${next.text}` : `${prove.text} ${object}`)), confidence: 0.42, note: 'What is to be proved is missing.', message: `A word seems to be missing behind \`${prove.text}\`: \`it\``};
}

/** "asked Boris Johnson a quick clarification", "ask the Europeans a new delay" */
export function askedFor(document: Document, ask: Token): Token | undefined {
  const {tokens} = document;
  const {sentence} = ask;
  let k = ask.index + 1;
  const who = tokens[k];
  if (who?.kind !== 'word' || who.sentence !== sentence || posOf(document, ask) !== 'VERB') return undefined;
  const pronoun = /^(?:him|them|us|me|her)$/.test(who.word.folded);
  if (pronoun) k++;
  else if (who.word.shape === 'capital') while (k < ask.index + 5 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === sentence && tokens[k]!.word.shape === 'capital') k++;
  else if (/^(?:the|his|her|their|its)$/.test(who.word.folded)) {
    const noun = tokens[k + 1];
    if (noun?.kind !== 'word' || noun.sentence !== sentence || FUNCTION_WORDS.has(noun.word.folded) || WANTED.has(noun.word.folded)) return undefined;
    k += 2;
    if (noun.word.shape === 'capital' && tokens[k]?.word.shape === 'capital' && tokens[k]!.sentence === sentence) k++;
  } else return undefined;
  const first = tokens[k];
  if (first?.kind !== 'word' || first.sentence !== sentence) return undefined;
  if (ALONE.test(first.word.folded) && (pronoun || who.word.shape === 'capital')) return endsPhrase(tokens[k + 1], sentence) ? first : undefined;
  if (!/^(?:a|an|the|more|some|further|his|her|their|its|new)$/.test(first.word.folded)) return undefined;
  for (let n = k + 1; n < k + 4; n++) {
    const t = tokens[n];
    if (t?.kind !== 'word' || t.sentence !== sentence || FUNCTION_WORDS.has(t.word.folded)) return undefined;
    if (WANTED.has(t.word.folded)) return endsPhrase(tokens[n + 1], sentence) || /^(?:from|and|on|about|of|in|to|with)$/.test(tokens[n + 1]!.word.folded) ? first : undefined;
  }
  return undefined;
}
