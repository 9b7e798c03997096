import * as v from 'valibot';
import {DAYS, FUNCTION_WORDS, MONTHS} from '../src/document/english.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {pluralNoun} from '../src/evidence/noun-phrase.ts';
import {defineRule} from '../src/rule/rule.ts';

const set = (words: string) => new Set(words.split(' '));
const COMPARATIVES = set('bigger better easier larger smaller higher lower faster slower cheaper stronger weaker older younger worse greater longer shorter richer poorer safer earlier harder heavier lighter warmer colder deeper wider closer simpler happier quicker cleaner');
const SUPERLATIVES = set('biggest best easiest largest smallest highest lowest fastest slowest cheapest strongest weakest oldest youngest worst greatest longest shortest richest poorest safest earliest hardest heaviest deepest widest closest simplest');
/** A word that says what the next one says again; the second is deleted. */
const TWICE: Record<string, Set<string>> = {
  return: set('back'), returned: set('back'), returns: set('back'), returning: set('back'), repeat: set('again'), repeated: set('again'),
  resumed: set('again'), approximately: set('about around'), about: set('approximately around'), around: set('about approximately'), began: set('starting'), but: set('however'), so: set('therefore'), because: set('since'), completely: set('totally'), also: set('too equally'), very: set('extremely'), only: set('solely'), beginning: set('start'), start: set('beginning'), new: set('further'), further: set('new'), end: set('conclusion'), mutual: set('reciprocal'), entire: set('whole'), whole: set('entire'),
};
const TIME_PAIRS = set('last this next');
const TIME_NOUNS = set('week month year night weekend summer winter autumn spring');
const CURRENCY: Record<string, RegExp> = {$: /^dollars?$/, '€': /^euros?$/, '£': /^pounds?$/};

export default defineRule({
  id: 'echo',
  summary: 'The same thing said twice in one sentence in different places',
  why: `Engines that translate piece by piece say a thing where the source says it and again where English wants it: \`reportedly reported\`, \`on Monday … on Monday\`, \`He said that …, he said\`. Chinese joins clauses with two words (*suīrán … dànshì*), and both come through: \`Although …, but\`. Comparison comes twice where the source compares with a word of its own: \`more easier\`.

Silent in quotations, on contrasts (\`from Monday to Monday\`) and on lists.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  needs: 0.3,
  options: v.object({
    window: v.optional(v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(100), v.description('How many words apart the same time in a sentence still is an echo, 3 to 100.')), 30),
  }),
  kinds: {
    sign: 'A percent sign or a currency sign with its word',
    comparative: 'More or most before a word that compares already',
    synonym: 'A word that says what the one before it says',
    joined: 'Although with but, because with so',
    time: 'The same time twice in a sentence',
    said: 'He said at both ends of a sentence',
  },
  examples: {
    bad: [
      {text: 'The daily reportedly reported the loss.', flagged: ['reportedly '], fixed: 'The daily reported the loss.'},
      {text: 'Although the roads are wet, but the race will start.', flagged: ['but '], fixed: 'Although the roads are wet, the race will start.'},
      {text: 'The new engine is more cheaper and the most fastest.', flagged: ['more ', 'most '], fixed: 'The new engine is cheaper and the fastest.'},
      {text: 'The school had also collapsed as well, and the more cheaper tickets were sold since the beginning start of May.', flagged: ['also ', 'more ', ' start'], fixed: 'The school had collapsed as well, and the cheaper tickets were sold since the beginning of May.', mt: 'yes'},
      {text: 'On Monday the council met in Lyon on Monday. On Friday, the parties signed the text on Friday.', flagged: [' on Monday', ' on Friday'], fixed: 'On Monday the council met in Lyon. On Friday, the parties signed the text.'},
      {text: 'The robot can be able to walk.', flagged: ['can be able to'], fixed: 'The robot can walk.'},
      {text: 'It cost $5 million dollars and fell by 3% percent.', flagged: [' dollars', ' percent'], fixed: 'It cost $5 million and fell by 3%.'},
      {text: 'According to the mayor, the bridge is safe, he said.', flagged: [', he said'], fixed: 'According to the mayor, the bridge is safe.', mt: 'yes'},
    ],
    good: [
      {text: 'On Monday the council met in Lyon on Monday.', options: {window: 5}},
      'Although small, but never weak, the club won.',
      {text: 'She also sings as well as he does; he also did as well. They need more better schools, and the team also played as well, too fast.', mt: 'yes'},
      'It ran from Monday to Monday, last year and this year.',
      'The shop opens on Monday and closes again on Monday night.',
      '“More better,” he joked. More faster trains are needed, he said.',
      'He said the book was good. She returned, back in office.',
      'He was deeply in deep water. Although it rained, all but one came.',
      'According to the mayor, the bridge is safe, but police said it was not.',
    ],
  },
  check(document, report, {window}) {
    const {tokens, sentences} = document;
    const cut = (kind: 'sign' | 'comparative' | 'synonym' | 'joined' | 'time' | 'said', start: number, end: number, confidence: number, note: string) => report({kind, start, end, proposals: [''], confidence, note, message: `\`${document.text.slice(start, end).trim().slice(0, 40)}\` says again what is said already`});
    const quoted = quotedTokens(document);
    let sentence = -1;
    let although: Token | undefined;
    let times = new Map<string, Token>();
    for (const token of document.ownTokens) {
      const {index: i} = token;
      if (token.sentence !== sentence) {
        sentence = token.sentence;
        although = undefined;
        times = new Map();
      }
      if (token.kind === 'symbol' || token.kind === 'punctuation') {
        // "3% percent"
        const next = tokens[i + 1];
        if (token.text === '%' && next && /^(?:percent|percents)$/.test(next.word.folded)) cut('sign', token.end, next.end, 0.95, 'The sign says it already.');
        else if (CURRENCY[token.text]) for (let k = i + 2; k <= i + 3; k++) {
          const t = tokens[k];
          if (!t || t.sentence !== sentence || t.kind !== 'word') break;
          if (CURRENCY[token.text]!.test(t.word.folded)) {
            cut('sign', tokens[k - 1]!.end, t.end, 0.92, 'The sign says it already.');
            break;
          }
          if (!/^(?:million|billion|trillion|thousand|bn|mn|m)$/.test(t.word.folded)) break;
        }
        continue;
      }
      if (token.kind !== 'word' || quoted[i]) continue;
      const {folded} = token.word;
      const next = document.after(token);
      if ((folded === 'although' || folded === 'though' || folded === 'because') && document.opensSentence(token)) although = token;
      else if (although && (folded === 'but' || folded === 'so') && tokens[i - 1]!.text === ',') {
        clause(token, although);
        although = undefined;
      }
      if (next?.kind === 'word') {
        const other = next.word.folded;
        if (folded === 'more' && COMPARATIVES.has(other) || folded === 'most' && SUPERLATIVES.has(other)) {
          const after = tokens[i + 2];
          // "more better schools" may be more of them.
          const free = after?.kind === 'word' && after.sentence === sentence && !FUNCTION_WORDS.has(after.word.folded) && folded === 'more' && after.word.folded !== 'than';
          const b = document.before(token)?.word.folded ?? '';
          if (!free && b !== 'once') cut('comparative', token.start, next.start, 0.88, 'The next word compares already.');
          else if (free && /^(?:a|an|the|to|with|of|by|from|this|his|her|its|their|even)$/.test(b) && !/^(?:better|worse|less|later|earlier|further)$/.test(other) && posOf(document, after) === 'NOUN') cut('comparative', token.start, next.start, /^(?:a|an)$/.test(b) ? 0.85 : 0.5, 'The next word compares already.');
        } else if (Object.hasOwn(TWICE, folded) && TWICE[folded]!.has(other) && !/^(?:at|in|on|then|and|from|,)$/.test(tokens[i + 2]?.text ?? '') && tokens[i + 2]?.kind !== 'number' || /^(?:approximately|about|around)$/.test(folded) && TWICE[folded]!.has(other) && tokens[i + 2]?.kind === 'number') {
          cut('synonym', token.end, next.end, /^(?:return|repeat)/.test(folded) ? 0.35 : 0.72, 'The word before says it already.');
        } else if (folded === 'can' && other === 'be' && tokens[i + 2]?.word.folded === 'able' && tokens[i + 3]?.word.folded === 'to') {
          report({kind: 'synonym', start: token.start, end: tokens[i + 3]!.end, proposals: ['can'], confidence: 0.88, note: '“Can” and “be able to” say the same.'});
        } else if (folded.endsWith('ly') && folded.length > 7 && other.length > 6 && other !== folded && !other.endsWith('ly')) stem(token, next);
      }
      time(token);
      if (speaks(folded, 'statement', 'told')) said(token);
      if (folded === 'also') asWell(token);
    }

    /** "had also collapsed as well" */
    function asWell(also: Token): void {
      const {last} = sentences[sentence]!;
      for (let k = also.index + 2; k <= Math.min(last, also.index + 9); k++) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (t.kind !== 'word' && t.kind !== 'number' || /^(?:and|but|or|that|which|who|because|as)$/.test(w) && !(w === 'as' && tokens[k + 1]?.word.folded === 'well')) return;
        // "who was also held was freed as well": two things that happened.
        if (k > also.index + 1 && /^(?:was|were|is|are|had|has|have|will|would)$/.test(w)) return;
        const well = w === 'as' ? tokens[k + 1]! : w === 'too' ? t : undefined;
        if (!well) continue;
        const next = tokens[well.index + 1];
        // "also did as well as", "also drives too fast"
        if (next && next.sentence === sentence && !/^[.,;:)]$/.test(next.text) && !(next.kind === 'word' && /^(?:and|but|because|when|after|in|on)$/.test(next.word.folded)) || w === 'too' && next?.kind === 'word' || /^(?:do|did|does|done|doing|perform|performed|play|played|works?|worked|bodes?|known|just|almost|not|nearly|equally)$/.test(tokens[k - 1]!.word.folded)) return;
        cut('synonym', also.start, tokens[also.index + 1]!.start, 0.6, '“As well” says “also” already.');
        return;
      }
    }

    /** "reportedly reported" */
    function stem(adverb: Token, next: Token): void {
      const a = adverb.word.folded.slice(0, -2);
      const b = next.word.folded;
      const root = a.replace(/(?:ed|al|ing|ic|ous|ive|ful|less)$/, '');
      if (root.length < 5 || !b.startsWith(root)) return;
      cut('synonym', adverb.start, next.start, 0.86, 'The adverb repeats the word behind it.');
    }

    /** "Although the roads are wet, but": the subordinate clause has a verb, the main clause too. */
    function clause(but: Token, open: Token): void {
      const because = open.word.folded === 'because';
      if (because !== (but.word.folded === 'so') || but.index - open.index < 4 || but.index - open.index > 40) return;
      let commas = 0;
      let verb = false;
      for (let k = open.index + 1; k < but.index; k++) {
        if (tokens[k]!.text === ',') commas++;
        if (/^(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|still|may|must|should|there)$|ed$/.test(tokens[k]!.word.folded)) verb = true;
      }
      if (commas > 1 || /^(?:not|only|for|also|far|never|no|that)$/.test(tokens[but.index + 1]?.word.folded ?? '')) return;
      const next = document.after(but);
      if (!next) return;
      const subject = /^(?:the|a|an|this|these|they|he|she|it|we|i|there|his|her|its|their|many|some|most|all)$/.test(next.word.folded) || next.word.shape === 'capital' || pluralNoun(next) !== undefined;
      if (!subject) return;
      cut('joined', but.start, next.start, verb ? 0.86 : 0.7, `“${open.text}” joins the clauses already.`);
    }

    /** "On Monday … on Monday", "last week … last week" */
    function time(token: Token): void {
      const {folded} = token.word;
      let key: string | undefined;
      let start = token;
      if (DAYS.has(folded)) {
        key = folded;
        const on = document.before(token);
        if (on?.word.folded === 'on') start = on;
      } else if (folded === 'yesterday' || folded === 'tomorrow') key = folded;
      else if (TIME_NOUNS.has(folded) && TIME_PAIRS.has(document.before(token)?.word.folded ?? '')) {
        start = document.before(token)!;
        key = `${start.word.folded} ${folded}`;
      }
      if (!key) return;
      const next = tokens[token.index + 1];
      const plain = !next || next.sentence !== sentence || next.kind === 'punctuation' && next.text !== '-' && next.text !== '–' && next.text !== '’' && next.text !== "'" || next.kind === 'word' && FUNCTION_WORDS.has(next.word.folded) && next.word.folded !== 'and' && next.word.folded !== 'to';
      const before = document.before(start);
      const free = !before || before.kind === 'word' && !/^(?:to|from|and|or|until|till|since|between|by|of|than|for|again|every|each|both|before|after|early|late|as|with|the|a|this|that|last|next|following|previous)$/.test(before.word.folded) && !MONTHS.has(before.word.folded) && before.word.folded !== 'but';
      const earlier = times.get(key);
      if (earlier && plain && free && token.index - earlier.index < window && token.index - earlier.index > 2 && before) {
        let contrast = false;
        // "On Monday, the parties met on Monday": that comma begins no other clause.
        const opening = earlier.index - document.sentences[earlier.sentence]!.first < 2 && tokens[earlier.index + 1]!.text === ',' ? 2 : 1;
        for (let k = earlier.index + opening; k < start.index; k++) if (/^(?:and|but|while|who|which|that|than|said|whereas|when|if|or|;|:|,)$/.test(tokens[k]!.text.toLowerCase())) contrast = true;
        cut('time', before.end, token.end, contrast ? 0.35 : 0.86, 'The same time stands in this sentence already.');
      }
      if (plain && free) times.set(key, token);
    }

    /** "He said that the bridge is safe, he said"; "According to the mayor, …, he said" */
    function said(token: Token): void {
      const {first, last} = sentences[sentence]!;
      const he = document.before(token);
      const comma = he && tokens[he.index - 1];
      if (!he || !comma || comma.text !== ',' || comma.sentence !== sentence || !/^(?:he|she|they|it)$/.test(he.word.folded) || token.index < last - 1 || token.index - first < 6) return;
      const open = tokens[first]!.word.folded;
      if (open === 'according' && tokens[first + 1]?.word.folded === 'to') cut('said', comma.start, token.end, 0.5, 'The sentence opens with who said it.');
      else if (speaks(tokens[first + 1]?.word.folded ?? '', 'statement', 'told') && tokens[first + 1]!.kind === 'word' && (/^(?:he|she|they|it)$/.test(open))) cut('said', comma.start, token.end, 0.8, 'The sentence opens with who said it.');
    }
  },
});
