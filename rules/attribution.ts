import {DAYS, DETERMINERS, POSSESSIVES} from '../src/document/english.ts';
import {Forms} from '../src/document/forms.ts';
import type {Token} from '../src/document/token.ts';
import {wordClass} from '../src/document/word.ts';
import {endsPhrase} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';

interface Attribution {
  readonly form: 'third' | 'past';
  /** Words that belong to the verb: "let go". */
  readonly behind: readonly string[];
  /** What was meant, in the same form, best first. */
  readonly use: readonly string[];
  readonly sure: boolean;
}

/** By the third person and the past of a verb. */
const VERBS = new Forms<readonly Attribution[]>('attribution');
const VERB = wordClass((word) => word.shape === 'lower' && VERBS.get(word) !== undefined);

const OPEN = /^[“"«„]$/;
const CLOSE = /^[”"»“]$/;
const STOP = /^[.,;:!?…—–]$/;
const PRONOUN = /^(?:he|she|they|who)$/;
/** What may stand between a pronoun and its verb. */
const BETWEEN = /^(?:also|then|again|later|even|first|immediately|finally|however|further|already|thus|[a-z]{3,}ly)$/;
/** Time, place or occasion behind the verb of a report that is told in brackets, as it were. */
const FOLLOWS = /^(?:on|in|during|at|before|after|when|while|without|from|yesterday|this|last)$/;
/** Who speaks. */
const SPEAKER = /^(?:mp|mps|ex|former|boss|chief|head|mayor|spokesm[ae]n|spokeswom[ae]n|lawm[ae]n|chairm[ae]n|chairwoman|politician|statesman|president|official|elected|deputy|deputies|expert|economist|daily|newspaper|magazine|ministry|government|party|source|sources|union|association|police|agency|channel|king|queen|pope|prince|princess|captain|general|colonel|diplomat|elder|socialist|republican|democrat|conservative|liberal|communist|liberals|conservatives|young|man|woman|men|women|father|mother|son|daughter|brother|sister|wife|husband|chef|coach|guest|witness|resident|parent|parents|patient|student|representative|delegate|executive|friend|colleague|judge|magistrate|attorney|member|members|american|englishman|frenchman|one|someone|those|others|[a-z]{3,}(?:ers?|ors?|ists?|ians?|ees?|men|man|woman|women))$/;
/** Words in that form that do not speak. */
const NO_SPEAKER = /^(?:number|power|order|matter|paper|letter|chapter|water|summer|winter|member states|offer|career|year|computer|poster|quarter|center|poor|floor|door|color|error|terror|horror|tower|river|border|theater|fire|fever|dinner|corner|weather|barrier|charter|register|server|newsletter|trailer|counter|ladder|shelter|cover|career|carrier|disaster|encounter|trees?|committee|degrees?|fees?|list|coffee|specimen)$/;
/** Tokens in which a quotation is long enough to be something said rather than a title. */
const SAID = 5;
/** Words of a subject in which its verb is looked for. */
const SUBJECT = 8;

export default defineRule({
  id: 'attribution',
  summary: 'A verb beside a quotation that is no verb of saying in English',
  why: `French, Spanish and Italian news report what somebody said with verbs of all kinds: *lancer* (“launch”), *glisser* (“slide”), *préciser* (“specify”), *marteler* (“hammer”), *abonder*, *fustiger*, *zanjar*. Engines print what the verb means elsewhere: \`“We will win”, launched the minister\`.

Looks beside quotations, and, for verbs that English never has so, beside reports without marks. Silent where the verb has an object, and on titles in quotation marks.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  examples: {
    bad: [
      {text: '“We have to leave before noon”, launched the minister.', flagged: ['launched'], fixed: '“We have to leave before noon”, said the minister.'},
      {text: '“It was never my plan to stay,” he specified on Monday.', flagged: ['specified'], fixed: '“It was never my plan to stay,” he added on Monday.'},
      {text: '"The road will be closed", hammers the mayor of the town, who lets go: "It is late."', flagged: ['hammers', 'lets go'], fixed: '"The road will be closed", insists the mayor of the town, who says: "It is late."', mt: 'yes'},
      {text: '“Nobody asked the residents of the street,” the deputy then abounded. “It is too late,” lets go a minister.', flagged: ['abounded', 'lets go'], fixed: '“Nobody asked the residents of the street,” the deputy then agreed. “It is too late,” says a minister.', mt: 'yes'},
      {text: 'The bridge will not open before the spring, specified the spokesman.', flagged: ['specified'], fixed: 'The bridge will not open before the spring, added the spokesman.', mt: 'yes'},
    ],
    good: [
      {text: 'The firm behind “The Long Road”, launched the product in May. “We are ready to begin,” he said, and launched the boat.', mt: 'yes'},
      {text: '“It is late,” she said as he let go. “Come here at once,” he slipped into French. He specified the terms, and the mayor launched the ship.', mt: 'yes'},
      {text: '“The road is closed again,” the minister who launched the plan said. “We will go on,” he launched into song.', mt: 'yes'},
      {text: 'He called it “impossible to say when it ends.” Ticket rates in the town are high. She won the race, launched the following year. The plan, hammered out at night, was dropped.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const verbs = document.where(VERB);
    if (!verbs.length) return;
    const {tokens} = document;
    const quoted = quotedTokens(document);
    for (const token of verbs) {
      const {index: i, segment} = token;
      if (token.kind !== 'word' || quoted[i]) continue;
      const known = VERBS.get(token.word)?.find(({behind}) => behind.every((word, k) => tokens[i + 1 + k]?.word.folded === word));
      if (!known) continue;
      const last = i + known.behind.length;
      const next = tokens[last + 1]?.segment === segment ? tokens[last + 1] : undefined;
      const put = (confidence: number) => report({start: token.start, end: tokens[last]!.end, proposals: known.use, confidence: known.sure ? confidence : confidence * 0.6});
      // "launched: “We …”"
      if (next && /^[:,]$/.test(next.text) && OPEN.test(tokens[last + 2]?.text ?? '') && quoted[last + 3] && spoken(last + 3, 1) && subjectBefore(i) >= 0) {
        if (next.text === ':' || known.sure) put(0.75);
        continue;
      }
      const inverted = behindQuote(i);
      if (inverted && next && speaks(next)) {
        put(0.85);
        continue;
      }
      const ends = !next || STOP.test(next.text) || FOLLOWS.test(next.word.folded) || DAYS.has(next.word.folded);
      const start = ends ? subjectBefore(i) : -1;
      if (start >= 0 && behindQuote(start)) put(0.8);
      else if (known.sure && !inverted && tokens[i - 1]?.text === ',' && !/^[”"»]$/.test(tokens[i - 2]?.text ?? '') && next && speaks(next, true) && reported(i)) put(0.62);
    }

    /** Whether at `i` begins what stands directly behind a quotation of something said. */
    function behindQuote(i: number): boolean {
      let k = i - 1;
      if (tokens[k]?.text === ',') k--;
      const mark = tokens[k];
      if (mark?.segment !== tokens[i]!.segment || !CLOSE.test(mark.text) || !quoted[k - 1]) return false;
      // "… impossible.” Ticket rates": a sentence of its own.
      if (k === i - 1 && tokens[k - 1]!.text === '.' && tokens[i]!.word.shape !== 'lower') return false;
      return spoken(k - 1, -1);
    }

    /** Whether the quotation that has token `k` at one end is something said: of some length, and no apposition ("the film, “…”, launched"). */
    function spoken(k: number, step: 1 | -1): boolean {
      let words = 0;
      let at = k;
      for (; quoted[at] && words < SAID + 1; at += step) if (tokens[at]!.kind === 'word') words++;
      if (words >= SAID) return true;
      if (words < 2 || quoted[at]) return false;
      // A short one opens its sentence, or ends in a mark of its own.
      const opening = step < 0 ? tokens[at] : undefined;
      return step > 0 || /^[,!?.…]$/.test(tokens[k]!.text) || !opening || tokens[opening.index - 1]?.segment !== opening.segment || tokens[opening.index - 1]?.text === '.';
    }

    /** Whether a subject that speaks begins at a token: a pronoun, a name, or a noun phrase of a person. */
    function speaks(first: Token, ends = false): boolean {
      if (first.kind !== 'word') return false;
      const w = first.word.folded;
      if (/^(?:he|she|they)$/.test(w)) return STOP.test(tokens[first.index + 1]?.text ?? '.');
      let found = first.word.shape !== 'lower';
      if (!found && !DETERMINERS.has(w) && !POSSESSIVES.has(w) && w !== 'one' && !SPEAKER.test(w)) return false;
      let k = first.index;
      for (; k < first.index + SUBJECT; k++) {
        const t = tokens[k];
        if (t?.segment !== first.segment || t.kind !== 'word' && t.text !== '-') break;
        if (k > first.index && t.word.shape !== 'lower' || SPEAKER.test(t.word.folded) && !NO_SPEAKER.test(t.word.folded)) found = true;
        // "launched the campaign of the minister"
        if (!found && t.word.folded === 'of' && w !== 'one') return false;
      }
      return found && (!ends || endsPhrase(tokens[k], first.sentence));
    }

    /** Where the subject begins whose verb stands at `i`; -1 if none does there. */
    function subjectBefore(i: number): number {
      let k = i - 1;
      while (BETWEEN.test(tokens[k]?.word.folded ?? '')) k--;
      const before = tokens[k];
      if (before?.kind !== 'word' || before.segment !== tokens[i]!.segment) return -1;
      if (PRONOUN.test(before.word.folded)) return k;
      if (DETERMINERS.has(before.word.folded)) return -1;
      let start = -1;
      for (; k >= 0 && i - k <= SUBJECT; k--) {
        const t = tokens[k]!;
        if (t.segment !== before.segment || quoted[k] || t.kind !== 'word' && t.text !== '-' || t.kind === 'word' && t.word.shape === 'lower' && k < i - 1 && posOf(document, t) === 'VERB') break;
        if (DETERMINERS.has(t.word.folded) || POSSESSIVES.has(t.word.folded) || t.word.shape !== 'lower') start = k;
      }
      return start;
    }

    /** Whether a comma at `i - 1` closes a clause that says something, from the beginning of its sentence. */
    function reported(i: number): boolean {
      const {first} = document.sentences[tokens[i]!.sentence]!;
      if (i - first < 6) return false;
      for (let k = first; k < i - 1; k++) {
        const w = tokens[k]!.word.folded;
        if (/^(?:who|which|when|while|after|before)$/.test(w) || quoted[k]) return false;
        if (/^(?:is|are|was|were|will|would|has|have|had|can|must|should|does|do|did)$/.test(w)) return true;
      }
      return false;
    }
  },
});
