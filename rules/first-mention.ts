import {ask, Question} from '../src/document/ask.ts';
import {PREPOSITIONS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {indefiniteBefore} from '../src/evidence/indefinite.ts';
import {countNoun, needsDeterminer} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {usageIn} from '../src/evidence/usage.ts';
import {defineRule} from '../src/rule/rule.ts';

const set = (words: string) => new Set(words.split(' '));
/** What somebody is among others. */
const PROFESSIONS = set('engineer teacher lawyer nurse waiter waitress journalist cook farmer programmer translator accountant architect electrician mechanic carpenter plumber salesman photographer librarian dentist vet policeman firefighter painter singer dancer actor actress writer model researcher scientist surgeon physicist chemist biologist historian economist sociologist psychologist mathematician philosopher poet composer pianist violinist musician athlete swimmer boxer sculptor businessman businesswoman entrepreneur pensioner student widow widower believer volunteer refugee immigrant native resident citizen fisherman sailor soldier tailor baker butcher shepherd miner welder diplomat politician lawmaker auditor analyst columnist activist environmentalist priest monk nun rabbi imam paramedic midwife pharmacist veterinarian professor');
/** Adjectives that tell what kind a thing is, and seldom which one is meant. */
const KINDS = set('small large tiny huge quiet remote poor rich beautiful young famous popular typical modern serious difficult dangerous experienced talented respected renowned simple strange sad tragic complex lonely picturesque prosperous wealthy ordinary promising brilliant excellent gifted well-known retired unknown wonderful magnificent terrible bloody brutal bitter heavy painful successful useful rare common strong powerful considerable enormous gigantic medium-sized busy lively shy modest devout passionate expensive cheap great costly');
/** What stands behind "there is the" in a list of what is to be thought of. */
const LISTED = set('question matter problem issue fact risk danger chance possibility case story rub cost price temptation hope fear idea sense feeling usual obvious additional added other war economy weather money family rest issue threat prospect need notion argument point');
/** Behind the noun these say which one is meant. */
const DEFINES = /^(?:of|that|who|whose|whom|where|when|he|she|they|we|you|i|it|between|behind|on|to|for|most|least|treating|responsible|above|below|left|best|next|about|behind)$/;
const FIRST = new Question((whole, word: string) => usageIn(whole).get(word)?.tokens[0]);

export default defineRule({
  id: 'first-mention',
  summary: 'The for a, where something is named for the first time',
  why: `Languages without articles, and those that put one before everything, give \`the\` to what nobody has heard of yet: \`It is the small town in the north\`, \`He is the lawyer\`, \`There was the man who sold coins\`. English names it with \`a\` first.

Silent on what there is one of (\`the capital\`, \`the mayor of\`), on superlatives, on what the text has named before and on what follows makes definite (\`the lawyer who defended him\`).`,
  category: 'article',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.4,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    kind: 'Behind is or was, a thing of which there are many',
    profession: 'Behind is or was, what somebody is',
    there: 'Behind there is',
  },
  examples: {
    bad: [
      {text: 'Lanckorona is the small town in the south. He is the lawyer and speaks four languages.', flagged: ['the', 'the'], fixed: 'Lanckorona is a small town in the south. He is a lawyer and speaks four languages.', mt: 'yes'},
      {text: 'Near the bridge there was the hospital with ten beds. Her brother became the engineer in Hamburg.', flagged: ['the', 'the'], fixed: 'Near the bridge there was a hospital with ten beds. Her brother became an engineer in Hamburg.', mt: 'yes'},
      {text: 'She is the member of parliament since May, and he became the citizen of Malta.', flagged: ['the', 'the'], fixed: 'She is a member of parliament since May, and he became a citizen of Malta.', mt: 'yes'},
      {text: 'In May an error was noticed by Anna Nowak, the junior auditor, and reported to Patty Murray, the senator from Washington.', flagged: ['the', 'the'], fixed: 'In May an error was noticed by Anna Nowak, a junior auditor, and reported to Patty Murray, a senator from Washington.', mt: 'yes'},
      {text: 'There was the man who sold old coins. Ms Mirzo is the experienced surgeon from Yerevan.', flagged: ['the', 'the'], fixed: 'There was a man who sold old coins. Ms Mirzo is an experienced surgeon from Yerevan.', mt: 'yes'},
    ],
    good: [
      {text: 'It is the smallest town. He is the lawyer who defended her. She is the mayor of Lyon, and he is the only surgeon in the valley.', mt: 'yes'},
      {text: 'There is the question of money. Then there was the man with the dog. There was the man they had looked for.', mt: 'yes'},
      {text: 'A lawyer and a teacher were held. He is the lawyer, she is the teacher. It was the small town that suffered most.', mt: 'yes'},
      {text: 'He is the member of the board who resigned; she is the member of parliament for Leeds.', mt: 'yes'},
      {text: 'A surgeon and a lawyer were there. Anna Nowak, the surgeon, spoke to Ivan Petrov, the lawyer who had come, and to Patty Murray, the senator whose bill it was.', mt: 'yes'},
      {text: 'That is the simple truth. It is the hard part of the plan. She is the young woman in the picture.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    let quoted: Uint8Array | undefined;
    for (const the of document.ownTokens) {
      if (the.kind !== 'word' || the.word.folded !== 'the' || the.word.shape !== 'lower') continue;
      const be = document.before(the);
      if (be?.text === ',') apposed(the, be);
      if (!be || !/^(?:is|was|are|were|became|remains|remained)$/.test(be.word.folded)) continue;
      const {first, last} = sentences[the.sentence]!;
      if (tokens[last]!.text === '?' || document.isTitle(the.sentence)) continue;
      quoted ??= quotedTokens(document);
      if (quoted[the.index]) continue;
      const subject = document.before(be);
      if (subject?.kind !== 'word') continue;
      if (subject.word.folded === 'there') there(the, subject, first, last);
      else if (!/^(?:are|were)$/.test(be.word.folded)) {
        oneOf(the, subject);
        predicate(the, subject, first, last);
      }
    }

    /** "noticed Anna Nowak, the junior auditor": what somebody is among others, behind his name. */
    function apposed(the: Token, comma: Token): void {
      const name = document.before(comma);
      if (name?.kind !== 'word' || name.sentence !== the.sentence || name.word.shape !== 'capital' || !tokens[name.index - 1] || tokens[name.index - 1]!.word.shape !== 'capital' || document.isTitle(the.sentence)) return;
      let k = the.index + 1;
      if (/^(?:junior|young|former|retired|local|independent|experienced|left-wing|right-wing|well-known|renowned|freelance)$/.test(tokens[k]?.word.folded ?? '')) k++;
      const noun = tokens[k];
      if (noun?.kind !== 'word' || noun.sentence !== the.sentence || noun.word.shape !== 'lower') return;
      // Of senators and lawmakers there are many in each place.
      const many = /^(?:senator|lawmaker|congressman|congresswoman|deputy|councillor|auditor|mp|member|resident|native|employee|analyst|researcher|expert|professor|spokesman|spokeswoman|representative)$/.test(noun.word.folded);
      if (!many && !PROFESSIONS.has(noun.word.folded)) return;
      const next = tokens[k + 1];
      const stop = next && next.sentence === the.sentence && (next.text === ',' || next.text === '.' || /^(?:from|at|in)$/.test(next.word.folded));
      if (!stop || /^(?:spokesman|spokeswoman|member|representative|deputy)$/.test(noun.word.folded) && !/^(?:from|at)$/.test(next.word.folded)) return;
      if (known(noun)) return;
      put('profession', the, 0.36);
    }

    function put(kind: 'kind' | 'profession' | 'there', the: Token, confidence: number): void {
      const next = tokens[the.index + 1]!;
      report({kind, start: the.start, end: the.end, proposals: [indefiniteBefore(next) ?? 'a'], confidence, note: 'What is named for the first time has a or an.'});
    }

    /** Whether a text had a word before, in the singular or plural. */
    function known(noun: Token): boolean {
      const plural = countNoun(noun);
      return [noun.word.folded, ...(plural ? [plural] : [])].some((word) => (ask(document, FIRST, word)?.index ?? noun.index) < noun.index);
    }

    /** "He is the lawyer", "It is the small town in the north" */
    function predicate(the: Token, subject: Token, first: number, last: number): void {
      const s = subject.word.folded;
      if (/^(?:that|which|who|what|where|here|this|these|all|one|problem|question|result|reason|answer|aim|goal|idea|point|rule|truth|fact)$/.test(s) && !(s === 'this' && KINDS.has(tokens[the.index + 1]!.word.folded))) return;
      let k = the.index + 1;
      let kinds = 0;
      for (; k < the.index + 5; k++) {
        const t = tokens[k];
        if (t?.kind !== 'word' || t.sentence !== the.sentence || t.word.shape !== 'lower') return;
        if (KINDS.has(t.word.folded)) kinds++;
        else if (kinds && (t.word.folded === 'and' || tokens[k + 1]?.kind === 'word' && posOf(document, t) === 'ADJ' && posOf(document, tokens[k + 1]!) === 'NOUN')) continue;
        else break;
      }
      const noun = tokens[k];
      if (noun?.kind !== 'word' || noun.sentence !== the.sentence || noun.word.shape !== 'lower' || tokens[k + 1]?.text === '-') return;
      // "Among the guests was the young painter"
      if (PREPOSITIONS.has(tokens[first]!.word.folded) && !tokens.slice(first, the.index).some((t) => t.text === ',')) return;
      const profession = !kinds && PROFESSIONS.has(noun.word.folded);
      if (!profession && (!kinds || countNoun(noun) === undefined || posOf(document, noun) !== 'NOUN' || /^(?:part|side|end|time|day|year|way|thing|reason|truth|one|half|case|moment|result|task|step|kind|sort|number|version|area|brother|sister|son|daughter|child|majority|minority|population|community|hero|hope|love|war|fire|wall|queen|king|prince|princess|pope|president|minister|mayor|emperor|favourite|favorite|council|authority|government|party|police|newspaper|press|media)$/.test(noun.word.folded))) return;
      const next = tokens[k + 1];
      if (!next || next.sentence === the.sentence && (next.kind === 'word' && (DEFINES.test(next.word.folded) || /^(?:NOUN|PROPN)$/.test(posOf(document, next) ?? '') || next.word.shape === 'capital' || next.word.folded === 'in' && /^(?:picture|photo|photograph|video|middle|film|story|family|team|group|world|room|case|trial|series)$/.test(tokens[k + 3]?.word.folded ?? '')) || !/^[.,;]$/.test(next.text) && next.kind !== 'word')) return;
      // "It was the small town in the north that suffered"; "He is the lawyer, she is the teacher".
      for (let n = k + 1; n <= last && n - k < 14; n++) if (/^(?:that|who|which|whose)$/.test(tokens[n]!.word.folded) || /^(?:he|she|they)$/.test(tokens[n]!.word.folded) && tokens[n + 2]?.word.folded === 'the') return;
      if (known(noun)) return;
      if (profession) {
        if (!/^(?:he|she|i|father|mother|grandfather|grandmother|uncle|aunt|parents|husband|wife|son|daughter|brother|sister|man|woman|who)$/.test(s) && subject.word.shape !== 'capital' || next.word.folded === 'in' && first === subject.index && s === 'it') return;
        return put('profession', the, 0.36);
      }
      put('kind', the, 0.36);
    }

    /** "She is the member of parliament", "he became the citizen of Malta": one of many. */
    function oneOf(the: Token, subject: Token): void {
      const noun = tokens[the.index + 1];
      if (noun?.sentence !== the.sentence || !/^(?:member|citizen|resident|graduate|supporter|representative|native|fan|follower|employee|survivor|descendant|veteran|friend)$/.test(noun!.word.folded) || tokens[noun!.index + 1]?.word.folded !== 'of') return;
      if (!/^(?:he|she|who|i)$/.test(subject.word.folded) && subject.word.shape !== 'capital' || known(noun!)) return;
      // "the member of the committee who", "the member of parliament for Leeds"
      for (let k = noun!.index + 1; k < noun!.index + 10 && tokens[k]?.sentence === the.sentence; k++) if (/^(?:who|that|for|whose|with|in|most)$/.test(tokens[k]!.word.folded) || tokens[k]!.kind === 'punctuation') {
        if (/^(?:who|that|for|whose|most)$/.test(tokens[k]!.word.folded)) return;
        break;
      }
      put('profession', the, 0.42);
    }

    /** "In the village there was the well", "There was the man who sold coins" */
    function there(the: Token, subject: Token, first: number, last: number): void {
      const before = document.before(subject);
      if (before && /^(?:then|and|also|finally|but|or|that)$/.test(before.word.folded) && before.word.folded !== 'and' || /^(?:then|also|finally|still|first|next)$/.test(tokens[first]!.word.folded)) return;
      let k = the.index + 1;
      while (k < the.index + 3 && tokens[k]?.kind === 'word' && tokens[k + 1]?.kind === 'word' && posOf(document, tokens[k]!) === 'ADJ') k++;
      const noun = tokens[k];
      if (noun?.kind !== 'word' || noun.sentence !== the.sentence || noun.word.shape !== 'lower' || LISTED.has(noun.word.folded) || LISTED.has(tokens[the.index + 1]!.word.folded) || posOf(document, noun) !== 'NOUN' || countNoun(noun) === undefined || !needsDeterminer(noun) && !/^(?:man|woman|church|hospital|well|bank|school|factory|village|town|park|river|bridge|prison|market|factory|station|monument|cemetery|museum)$/.test(noun.word.folded)) return;
      const next = tokens[k + 1];
      // "there was the man they had looked for", "the beginning of"
      if (!next || next.sentence === the.sentence && next.kind === 'word' && (/^(?:of|whose|whom|he|she|they|we|you|i|it|to)$/.test(next.word.folded) || /^(?:that|for)$/.test(next.word.folded) && !/^(?:in|near|behind|next|under|opposite|beside|not)$/.test(tokens[first]!.word.folded) || posOf(document, next) === 'NOUN' || posOf(document, next) === 'PROPN')) return;
      const place = /^(?:not|in|near|on|behind|at|next|under|opposite|beside|around|among)$/.test(tokens[first]!.word.folded) || next.sentence === the.sentence && /^(?:in|near|on|behind|at|next|under|opposite|with|who)$/.test(next.word.folded);
      if (!place && last - k > 2 || known(noun)) return;
      put('there', the, place ? 0.4 : 0.3);
    }
  },
});
