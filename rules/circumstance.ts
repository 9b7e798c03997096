import type {Document} from '../src/document/document.ts';
import {ARTICLES, FUNCTION_WORDS, NUMBER_WORDS} from '../src/document/english.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfIng, baseOfPast, baseOfThird, isInfinitive} from '../src/document/verbs.ts';
import {wordClass} from '../src/document/word.ts';
import {BE, MODALS, wordAt} from '../src/evidence/clause.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';

const set = (words: string) => new Set(words.split(' '));
const JOINING = wordClass(({folded}) => /^(?:when|whereas|even|by|either|which|whose)$/.test(folded));
/** What is reported together with what goes on around it: "the visit comes as". */
const EVENTS = set('announcement visit decision move talks meeting meetings summit attack attacks strike strikes vote ruling comments remarks statement statements report warning warnings trip call speech arrest arrests agreement protest protests election elections case incident resignation measure measures offensive raid raids operation sanctions data row dispute shutdown proposal plan budget bill deal news visit tour publication appeal threat threats order killing shooting blast explosion evacuation release increase decline fall');
const COMING = set('comes come came coming arrives arrived');
/** What goes on while something else happens. */
const GOING_ON = set('prepare celebrate mark seek struggle continue face grapple try brace battle push work approach await step mount intensify weigh consider grow rise fear worry digest assess look hope debate discuss negotiate gather meet rage spread deepen tighten loom soar fall drop slow recover fight cope deal press target warn remain');
const MARKETS = set('fell rose dropped climbed gained slipped edged tumbled jumped closed surged slumped plunged rallied slid dipped soared sank advanced retreated eased weakened strengthened');
/** What somebody says or does with words: "he left, accusing …" */
const WITH_WORDS = set('say cite accuse affirm add claim argue explain warn stress note insist recall evoke denounce promise specify underline estimate assure declare announce demand invoke remind admit thank mention qualify describe judge deplore regret criticise criticize condemn call refer advance believe consider hope fear wish');
const MOVING = set('arrive leave enter go come open close conclude receive present launch visit welcome meet land return greet introduce depart begin finish');
const TRYING = set('try attempt seek want');
const HARMED = set('died killed injured wounded hurt drowned');
const PRONOUNS = set('he she it they we i you who there');

export default defineRule({
  id: 'circumstance',
  summary: 'The wrong word for what goes on at the same time: when, even if, by for as',
  why: `English joins what goes on around an event with *as* or with a bare *-ing*: \`the visit comes as tensions rise\`, \`he left, accusing them of lying\`. French *alors que* and *quand* come back as *when* or *whereas*, *même si* as *even if*, the gerund (*en accusant*) with *by*, *soit* (that is) as *either*, and *dont* (including) as *of which* or *whose*.

Silent on *when* about a time, on *even if* about what may happen, on *by* that tells how something is done, and in quotations.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    when: '“When” or “whereas” for “as”',
    even: '“Even if” or “even though” for “although” or “even as”',
    by: '“By” before the -ing of what goes with it',
    either: '“Either” for “that is”',
    including: '“Of which” or “whose” for “including”',
  },
  examples: {
    bad: [
      {text: 'The announcement comes when prices are rising across Europe.', flagged: ['when'], fixed: 'The announcement comes as prices are rising across Europe.', mt: 'yes'},
      {text: 'Putin greeted his guests when Russia celebrates the end of the war.', flagged: ['when'], fixed: 'Putin greeted his guests as Russia celebrates the end of the war.', mt: 'yes'},
      {text: 'Protests went on even if the government has promised new talks.', flagged: ['even if'], fixed: 'Protests went on even though the government has promised new talks.', mt: 'yes'},
      {text: 'The army advanced even though diplomats were meeting in Geneva.', flagged: ['even though'], fixed: 'The army advanced even as diplomats were meeting in Geneva.', mt: 'yes'},
      {text: 'He left the meeting, by accusing the ministers of lying.', flagged: ['by '], fixed: 'He left the meeting, accusing the ministers of lying.', mt: 'yes'},
      {text: '“We will not yield,” she said by arriving at the summit.', flagged: ['by'], fixed: '“We will not yield,” she said on arriving at the summit.', mt: 'yes'},
      {text: 'He died by trying to save his son.', flagged: ['by'], fixed: 'He died while trying to save his son.', mt: 'yes'},
      {text: 'The number reached 39,000, either 19% more than in 2024.', flagged: ['either'], fixed: 'The number reached 39,000, or 19% more than in 2024.', mt: 'yes'},
      {text: 'Twelve people died, whose two children.', flagged: ['whose'], fixed: 'Twelve people died, including two children.', mt: 'yes'},
    ],
    good: [
      {text: 'Help came when it was needed; he was at home when the police came.', mt: 'yes'},
      {text: 'He said that when it rains the road is closed. She knew when the war ended.', mt: 'yes'},
      {text: 'He would go even if it rained, and she may stay even if he has left.', mt: 'yes'},
      {text: 'The match was played even though it rained.', mt: 'yes'},
      {text: 'The firm cut its costs, by closing two plants. He began by saying that he was sorry.', mt: 'yes'},
      {text: 'They may eat there, either 2 or 3 times. The town, whose two bridges fell, is cut off. The organ, whose oldest pipes date from 1583, is silent.', mt: 'yes'},
      {text: 'He saw three films, of which the best was the last.', mt: 'yes'},
      {text: 'The change came when rates fell. This is the day when he says goodbye.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    const quoted = quotedTokens(document);
    for (const token of document.where(JOINING)) {
      if (token.kind !== 'word' || quoted[token.index]) continue;
      const {folded} = token.word;
      const next = document.after(token);
      if (!next || next.sentence !== token.sentence) continue;
      if (folded === 'when' || folded === 'whereas') when(token, folded);
      else if (folded === 'even') even(token, next);
      else if (folded === 'by') by(token, next);
      else if (folded === 'either') either(token, next);
      else including(token, folded);
    }

    /** "the visit comes when …", "rose when investors feared …", "met him when Russia celebrates …" */
    function when(token: Token, w: string): void {
      const before = document.before(token);
      if (!before || before.sentence !== token.sentence || (before.kind !== 'word' && before.kind !== 'number' && (before.text !== ',' || w === 'whereas'))) return;
      const clause = clauseBehind(document, token.index);
      if (!clause) return;
      const put = (confidence: number) => report({kind: 'when', start: token.start, end: token.end, proposals: ['as', 'while'], confidence, note: 'What goes on at the same time is joined with “as”.'});
      const b = before.word.folded;
      if (COMING.has(b)) {
        const noun = subjectBefore(document, before);
        if (noun && EVENTS.has(noun.word.folded)) return put(w === 'whereas' ? 0.75 : clause.present ? 0.6 : 0.4);
        if (w === 'whereas') return put(0.6);
        if (noun && /^(?:it|this|that|which)$/.test(noun.word.folded) && b !== 'came' && clause.present && clause.goingOn) return put(0.45);
        return;
      }
      if (w === 'whereas') return;
      const main = pastBefore(document, token);
      if (!main || speaks(b, 'statement', 'told', 'question') || /^(?:that|and|but|or|until|since|time|day|days|moment|year|years|month|week|night|hour|morning|period|know|knew|remember|ask|asked|than|of|on|about|for|is|was|are|were)$/.test(b)) return;
      if (clause.present && clause.goingOn) return put(0.4);
      if (!clause.present && clause.goingOn && MARKETS.has(main.word.folded)) put(0.35);
    }

    /** "even if the government has promised …", "even though diplomats were meeting" */
    function even(token: Token, next: Token): void {
      const w = next.word.folded;
      if (w !== 'if' && w !== 'though') return;
      const before = document.before(token);
      if (!before || before.sentence !== token.sentence) return;
      const clause = clauseBehind(document, next.index);
      const main = pastBefore(document, token);
      if (!clause || !main) return;
      const {first, last} = sentences[token.sentence]!;
      for (let k = first; k <= last; k++) if (MODALS.has(tokens[k]!.word.folded) || /^(?:not|never|to)$/.test(tokens[k]!.word.folded) && k > next.index && k <= clause.verb.index + 2) return;
      if (w === 'if') {
        if (clause.verb.word.folded === 'were' || (clause.present && !clause.perfect && !clause.progressive)) return;
        report({kind: 'even', start: token.start, end: next.end, proposals: ['even though', 'even as', 'although'], confidence: clause.perfect || clause.progressive ? 0.4 : 0.25, note: 'What is so, and not only may be, takes “even though” or “even as”.'});
      } else if (clause.progressive || (clause.goingOn && before.text !== ',')) {
        report({kind: 'even', start: token.start, end: next.end, proposals: ['even as', 'while'], confidence: clause.progressive ? 0.4 : 0.25, note: 'What goes on at the same time is joined with “even as”.'});
      }
    }

    /** "…, by accusing", "said by arriving", "died by trying" */
    function by(token: Token, next: Token): void {
      if (next.kind !== 'word' || next.word.shape !== 'lower') return;
      const base = baseOfIng(next.word.folded);
      if (!base) return;
      const before = document.before(token);
      if (!before || before.sentence !== token.sentence) return;
      if (WITH_WORDS.has(base) && (before.text === ',' || /^[”"]$/.test(before.text))) {
        // Behind "began, by saying" nothing but a manner is meant.
        const main = document.before(before);
        if (main && /^(?:end|ended|began|begins|start|started|opened|closed|concluded)$/.test(main.word.folded)) return;
        report({kind: 'by', start: token.start, end: next.start, proposals: [''], confidence: 0.5, note: 'What somebody says meanwhile stands in the -ing form alone.'});
      } else if (MOVING.has(base) && saidBefore(token)) report({kind: 'by', start: token.start, end: token.end, proposals: base === 'arrive' || base === 'leave' || base === 'enter' || base === 'return' ? ['on', 'while'] : ['while', 'on'], confidence: 0.5, note: '“By” tells how something is done, not when.'});
      else if (TRYING.has(base) && before.kind === 'word' && HARMED.has(before.word.folded)) report({kind: 'by', start: token.start, end: token.end, proposals: ['while'], confidence: 0.75, note: '“By” tells how something is done, not when.'});
    }

    /** "he said by", "said the minister by" */
    function saidBefore(by: Token): boolean {
      for (let k = by.index - 1; k >= by.index - 5 && tokens[k]?.sentence === by.sentence; k--) {
        const t = tokens[k]!;
        if (t.kind !== 'word') return false;
        if (speaks(t.word.folded, 'statement', 'told', 'question')) return true;
        if (FUNCTION_WORDS.has(t.word.folded) && !ARTICLES.has(t.word.folded) && !PRONOUNS.has(t.word.folded)) return false;
      }
      return false;
    }

    /** "39,000, either 19% more" */
    function either(token: Token, next: Token): void {
      if (document.before(token)?.text !== ',' || !(next.kind === 'number' || NUMBER_WORDS.has(next.word.folded) || /^[$€£]$/.test(next.text) || /^(?:a|nearly|almost|about|around)$/.test(next.word.folded) && /^(?:increase|rise|drop|fall|total|third|quarter|half|tenth|decline|growth|\d.*)$/.test(wordAt(document, next.index + 1, token.sentence) ?? ''))) return;
      for (let k = next.index; k <= sentences[token.sentence]!.last && k < next.index + 15; k++) if (tokens[k]!.word.folded === 'or') return;
      report({kind: 'either', start: token.start, end: token.end, proposals: ['or', 'that is'], confidence: 0.7, note: '“Either” needs an “or”; what is said in other words takes “or” or “that is”.'});
    }

    /** "twelve people died, whose two children." */
    function including(token: Token, w: string): void {
      let start = token;
      if (w === 'which') {
        const of = document.before(token);
        if (of?.word.folded !== 'of' && of?.word.folded !== 'among') return;
        start = of;
      }
      if (document.before(start)?.text !== ',') return;
      let k = token.index + 1;
      let counted = false;
      for (; k < token.index + 7; k++) {
        const t = tokens[k];
        if (!t || t.sentence !== token.sentence) return;
        if (/^[,.;—–]$/.test(t.text)) break;
        if (t.kind === 'number' || NUMBER_WORDS.has(t.word.folded)) counted = true;
        else if (t.kind !== 'word' || BE.has(t.word.folded) || MODALS.has(t.word.folded) || posOf(document, t) === 'VERB' || posOf(document, t) === 'AUX' || /^(?:only|most|many|some|more|about|nearly|all|several|none|both|is|are|has|have|had)$/.test(t.word.folded)) return;
      }
      if (k === token.index + 1 || k === token.index + 7 || (w === 'whose' && !counted && !ARTICLES.has(wordAt(document, token.index + 1, token.sentence) ?? ''))) return;
      // "two, of which one a child": an apposition that people write
      // "the organ, whose oldest pipes date from 1583,"
      if (w === 'whose' && tokens.slice(token.index + 2, k).some((t) => /^(?:from|in|since|at|until)$/.test(t.word.folded))) return;
      const confidence = w === 'whose' ? (counted ? 0.75 : 0.5) : counted && tokens[k - 1]!.index === token.index + 1 ? 0.2 : 0.55;
      report({kind: 'including', start: start.start, end: token.end, proposals: ['including'], confidence, note: 'A part that is named without a verb takes “including”.'});
    }
  },
});

interface Clause {readonly verb: Token; readonly present: boolean; readonly progressive: boolean; readonly perfect: boolean; readonly goingOn: boolean}

/** The verb of the clause that begins behind token `i`; at most seven words from it. */
function clauseBehind(document: Document, i: number): Clause | undefined {
  const {sentence} = document.tokens[i]!;
  const first = wordAt(document, i + 1, sentence);
  // "when asked", "when in Rome"
  if (first === undefined || (FUNCTION_WORDS.has(first) && !ARTICLES.has(first) && !PRONOUNS.has(first) && !/^(?:this|that|these|those|his|her|its|their|our|some|many|several|all|both|more|most|no|few|other|another)$/.test(first))) return undefined;
  for (let k = i + 2; k < i + 9; k++) {
    const w = wordAt(document, k, sentence);
    const token = document.tokens[k]!;
    if (w === undefined) return undefined;
    if (MODALS.has(w)) return undefined;
    if (BE.has(w) && w !== 'been' && w !== 'being') {
      let at = k + 1;
      while (/^(?:still|now|also|already|currently|not|once|again)$/.test(wordAt(document, at, sentence) ?? '')) at++;
      const ing = wordAt(document, at, sentence) ?? '';
      const progressive = ing.endsWith('ing') && baseOfIng(ing) !== undefined;
      return {verb: token, present: w === 'is' || w === 'are', progressive, perfect: false, goingOn: progressive || /^(?:under|in|on|at|facing|about)$/.test(ing) && w !== 'was'};
    }
    if (/^(?:has|have|had)$/.test(w)) {
      const next = wordAt(document, k + 1, sentence) ?? '';
      return {verb: token, present: w !== 'had', progressive: false, perfect: w !== 'had' && (next === 'been' || baseOfPast(next) !== undefined || next.endsWith('ed')), goingOn: false};
    }
    if (token.word.shape !== 'lower' || FUNCTION_WORDS.has(w) || posOf(document, token) !== 'VERB') continue;
    const third = baseOfThird(w);
    if (third) return {verb: token, present: true, progressive: false, perfect: false, goingOn: GOING_ON.has(third)};
    const past = baseOfPast(w);
    if (past && past !== w) return {verb: token, present: false, progressive: false, perfect: false, goingOn: GOING_ON.has(past)};
    if (isInfinitive(w) && wordAt(document, k - 1, sentence) !== 'to') return {verb: token, present: true, progressive: false, perfect: false, goingOn: GOING_ON.has(w)};
    return undefined;
  }
  return undefined;
}

/** The last past verb before a token in its sentence, if no present or modal one stands nearer. */
function pastBefore(document: Document, token: Token): Token | undefined {
  const {first} = document.sentences[token.sentence]!;
  for (let k = token.index - 1; k >= first && k > token.index - 25; k--) {
    const t = document.tokens[k]!;
    if (/^[;:]$/.test(t.text)) return undefined;
    if (t.kind !== 'word' || t.word.shape !== 'lower') continue;
    const w = t.word.folded;
    if (MODALS.has(w) || w === 'is' || w === 'are' || w === 'that' || w === 'if') return undefined;
    if (w === 'was' || w === 'were' || w === 'had') return t;
    if (baseOfPast(w) && posOf(document, t) === 'VERB' && !/^(?:have|has|had|been|be|being|is|are)$/.test(wordAt(document, k - 1, token.sentence) ?? '')) return t;
  }
  return undefined;
}

/** The noun or pronoun right before a verb. */
function subjectBefore(document: Document, verb: Token): Token | undefined {
  let t = document.before(verb);
  for (let n = 0; t && n < 2 && t.kind === 'word' && /^(?:also|now|again|just|will|therefore)$/.test(t.word.folded); n++) t = document.before(t);
  return t?.kind === 'word' ? t : undefined;
}
