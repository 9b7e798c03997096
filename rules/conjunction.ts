import {singularOf} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {speaks} from '../src/document/speech.ts';
import {isInfinitive} from '../src/document/verbs.ts';
import {BE, wordAt} from '../src/evidence/clause.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {lookup} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';
import {commaBefore} from './conjunction/comma.ts';
import {AGENT, HUMANS, NO_AGENT} from './pronoun/words.ts';
import {joinedWrong, mayJoinWrong} from './conjunction/wrong.ts';

const set = (words: string) => new Set(words.split(' '));
/** Conjunctions that other languages close with "that": the word, what English says, how sure. */
const WITH_THAT: Readonly<Record<string, readonly [string, number]>> = {
  because: ['because', 0.8], although: ['although', 0.82], unless: ['unless', 0.8], while: ['while', 0.7], until: ['until', 0.6], till: ['till', 0.6], without: ['without', 0.7], whenever: ['whenever', 0.8], wherever: ['wherever', 0.8], after: ['after', 0.4], before: ['before', 0.4], during: ['while', 0.6], whereas: ['whereas', 0.8], when: ['when', 0.4],
};
/** Words at which something may be wrong. */
const JOINING = new Set([...Object.keys(WITH_THAT), ...'that for of on about by than where what whose which who want wants wanted expect expects expected like likes asked asks to neither when how why whether'.split(' ')]);
const SUBJECTS = /^(?:the|a|an|he|she|it|they|we|there|his|her|its|their|our|this|these|some|many|all|people)$/;
const TIMES = set('day days year years moment time month week hour night morning evening era period century decade age season summer winter weekend date stage');
const COMPARATIVES = set('bigger better easier larger smaller higher lower faster slower cheaper stronger weaker older younger worse greater longer shorter richer poorer safer earlier later harder heavier lighter warmer colder deeper wider closer simpler more less fewer rather other');
const PERSONS = set('man woman boy girl person people men women children child citizen citizens worker workers voter voters resident residents soldier soldiers player players leader leaders politician politicians minister ministers student students refugee refugees migrant migrants victim victims doctor doctors teacher teachers driver drivers passenger passengers lawyer lawyers journalist journalists suspect suspects official officials actor actress singer writer author president king queen mayor farmer farmers tourist tourists patient patients demonstrator demonstrators protester protesters candidate candidates fan fans everyone everybody someone somebody anyone anybody those');
const THINGS = set('bridge car house building road ship plane aircraft train law document report project plan agreement treaty program programme vaccine virus war region river mountain film book match election reform factory ministry bill proposal decision measure attack storm earthquake fire statement letter article machine device product weapon missile rocket satellite airport station hospital school museum church castle street square island lake forest border contract song painting decree text budget tax price drug disease plant');

export default defineRule({
  id: 'conjunction',
  summary: 'The wrong word to join a clause: that, than, where, what, which or who',
  why: `French and Spanish *que* is that, than and as; German *wo* and Romance *où, donde* say *where* of a time; Slavic and German *was, что* say *what* behind *all*; most languages do not tell *who* from *which*. Engines keep the word: \`because that the road\`, \`larger that the other\`, \`as good than\`, \`all what\`, \`the year where\`, \`the man which\`.

Silent in quotations and where the two words belong to different clauses.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  needs: 0.3,
  examples: {
    bad: [
      {text: 'There is a roof, so as the rain does not spoil it. It has weakened after that Spain recovered. Both the mayor as well as the council agree. There were more guests that chairs. He sold cakes for she can buy boots. Unless he works, otherwise he gets nothing.', flagged: ['as', 'that ', 'as well as', 'that', 'for she can', 'otherwise '], fixed: 'There is a roof, so that the rain does not spoil it. It has weakened after Spain recovered. Both the mayor and the council agree. There were more guests than chairs. He sold cakes so that she can buy boots. Unless he works, he gets nothing.', mt: 'yes'},
      {text: 'They left because that the road was closed.', flagged: ['because that'], fixed: 'They left because the road was closed.'},
      {text: 'The new hall is larger that the old one and as good than any.', flagged: ['that', 'than'], fixed: 'The new hall is larger than the old one and as good as any.', mt: 'yes'},
      {text: 'It was the year where he lost all what he had.', flagged: ['where', 'what'], fixed: 'It was the year when he lost all that he had.'},
      {text: 'The man, which was arrested on Friday, denied the charges.', flagged: ['which'], fixed: 'The man, who was arrested on Friday, denied the charges.'},
      {text: 'The people which live there have no water.', flagged: ['which'], fixed: 'The people who live there have no water.'},
      {text: 'The bridge, who was built in 1960, collapsed.', flagged: ['who'], fixed: 'The bridge, which was built in 1960, collapsed.'},
      {text: 'He wants that the firm pays, and it is to expect that it will.', flagged: ['that the firm pays', 'to expect'], fixed: 'He wants the firm to pay, and it is to be expected that it will.'},
      {text: 'The minister noted, that the bridge was closed, and spoke about that the road is old.', flagged: [',', 'about that'], fixed: 'The minister noted that the bridge was closed, and spoke about the fact that the road is old.', mt: 'yes'},
      {text: 'A writer whose the books sell, in a town there where nothing happens.', flagged: ['whose the', 'there where'], fixed: 'A writer whose books sell, in a town where nothing happens.', mt: 'yes'},
      {text: 'The tourist, which fell into the river, was rescued.', flagged: ['which'], fixed: 'The tourist, who fell into the river, was rescued.'},
    ],
    good: [
      {text: 'He left so as to see the rain. After that Spain recovered. Both of them came, as well as the mayor. There are more guests that day, and more people that he knows.', mt: 'yes'},
      'He said, that morning, that it was late; the man he knew, that is, the owner, left. She was paid for that; they spoke of that the other day.',
      'He left because that road was closed, and after that the rain came.',
      'It is better that the old one is gone; all he knew was what he saw.',
      'The day was spent where he lived, a time where possible kept free.',
      'The number of people, which fell, is small. A friend of the bridge who wrote to us.',
      'He arrested a man, which was a mistake. More than that, it is no better than that.',
      'The more that people know, the less that they fear. Other that day than before.',
      'Anything he wants that the shop has, he buys.',
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    const quoted = quotedTokens(document);
    for (const token of document.ownTokens) {
      if (token.kind !== 'word' || quoted[token.index] && token.word.folded === 'that') continue;
      const {folded} = token.word;
      const wrong = mayJoinWrong(folded) ? joinedWrong(document, token) : undefined;
      if (wrong) report(wrong);
      if (wrong || !JOINING.has(folded)) continue;
      const next = document.after(token);
      if (next?.kind !== 'word') continue;
      const n = next.word.folded;
      const before = document.before(token);
      const b = before?.kind === 'word' ? before.word.folded : '';
      const put = (first: Token, last: Token, text: string | string[], confidence: number, note: string) => report({start: first.start, end: last.end, proposals: typeof text === 'string' ? [text] : text, confidence, note});
      if (before?.text === ',' && /^(?:than|when|where|how|why|whether|who|what)$/.test(folded) && commaBefore(document, token, report)) continue;
      if (n === 'that' && Object.hasOwn(WITH_THAT, folded)) closed(token, next);
      else if (n === 'that' && /^(?:for|of|on|about|by)$/.test(folded)) fact(token, next, before);
      else if (folded === 'that') {
        if (before?.text === ',') told(token, before, next);
        if (COMPARATIVES.has(b)) compared(token, before!, n);
      } else if (folded === 'than') {
        const as = before && tokens[before.index - 1];
        if (before && as?.word.folded === 'as' && as.sentence === token.sentence && before.word.shape === 'lower' && !COMPARATIVES.has(b) && (posOf(document, before) === 'ADJ' || posOf(document, before) === 'ADV' || b === 'much' || b === 'many')) put(token, token, 'as', 0.88, '“As … as” compares what is equal.');
        else if (b === 'same') put(token, token, 'as', 0.9, 'English says “the same as”.');
      } else if (folded === 'where') {
        const article = before && document.before(before)?.word.folded;
        if (TIMES.has(b) && article !== undefined && /^(?:the|a|this|that|first|last|same|every|each|very)$/.test(article) && !/^(?:possible|necessary|appropriate|applicable)$/.test(n)) put(token, token, ['when', 'in which'], b === 'stage' || b === 'age' || b === 'week' || b === 'season' || b === 'weekend' ? 0.4 : 0.75, 'A time takes “when”.');
        else if ((b === 'there' || b === 'in') && before!.word.shape === 'lower' && (SUBJECTS.test(n) || /^(?:nothing|everything|no|people)$/.test(n)) && !BE.has(document.before(before!)?.word.folded ?? '')) put(before!, token, 'where', b === 'in' ? 0.85 : 0.6, '“Where” says it already.');
      } else if (folded === 'what') {
        if (/^(?:all|everything|anything|something|nothing)$/.test(b) && (SUBJECTS.test(n) || BE.has(n) || /^(?:i|you|has|had|happened|happens)$/.test(n)) && !/^(?:about|of|at|is|was)$/.test(document.before(before!)?.word.folded ?? '')) put(token, token, 'that', 0.85, 'English says “all that”.');
        else if (before?.text === ',' && /^(?:means|meant|makes|made|led|leads|caused|causes|allows|allowed|shows|showed|could|would|has|will|had|gives|gave|resulted|brought|provoked|triggered|happened|explains|allowed|confirms|confirmed)$/.test(n) && before.index - sentences[token.sentence]!.first > 4 && tokens[sentences[token.sentence]!.last]!.text === '.') put(token, token, 'which', 0.72, 'What takes up a whole clause is “which”.');
      } else if (folded === 'whose') {
        if (/^(?:the|his|her|its|their)$/.test(n)) put(token, next, token.text, 0.93, '“Whose” stands in place of the article.');
      } else if (folded === 'which') who(token, before, b, next);
      else if (folded === 'who') which(token, before, b, next);
      else if (/^(?:wants?|wanted|expects?|expected|likes?|asked|asks)$/.test(folded) && n === 'that') wanted(token, next);
      else if (folded === 'to' && (BE.has(b) || b === 'not' && BE.has(document.before(before!)?.word.folded ?? '')) && /^(?:expect|hope|fear|see|note|assume|say|suppose|notice|observe|add|regret|emphasise|emphasize)$/.test(n) && (tokens[next.index + 1]?.word.folded === 'that' || /^[,]$/.test(tokens[next.index + 1]?.text ?? ''))) {
        const it = tokens[before!.index - (b === 'not' ? 2 : 1)];
        if (it?.word.folded === 'it' && it.sentence === token.sentence && tokens[next.index + 1]?.word.folded === 'that') put(token, next, `to be ${participle(n)}`, 0.85, 'English has the passive here.');
      } else if (folded === 'neither' && before && sentences[token.sentence]!.first < token.index) {
        for (let k = token.index - 1; k > token.index - 8; k--) {
          const w = wordAt(document, k, token.sentence);
          if (w === undefined) break;
          if (w === 'neither') {
            put(token, token, 'nor', 0.8, '“Neither … nor”.');
            break;
          }
        }
      }
    }

    /** "noted, that the decision was made": Russian, Polish and German put a comma there. */
    function told(that: Token, comma: Token, next: Token): void {
      const verb = document.before(comma);
      if (verb?.kind !== 'word' || verb.sentence !== that.sentence || verb.word.shape !== 'lower' || !(speaks(verb.word.folded) || /^(?:means|meant|showed|shows|shown|demonstrates|demonstrated|agreed|decided|proved|proves|learned|realised|realized|convinced|sure|certain|understands|understood|knew|hopes|promised|pointed)$/.test(verb.word.folded)) || /^(?:so|now|is)$/.test(next.word.folded)) return;
      if (!(SUBJECTS.test(next.word.folded) || next.word.shape !== 'lower' || /^(?:in|no|one|on|at|if|after|every|several|most|more|such|every|due)$/.test(next.word.folded) || /^(?:NOUN|ADJ|NUM|DET)$/.test(posOf(document, next) ?? ''))) return;
      // "a man he knew, that the firm paid": a clause about a noun.
      const subject = document.before(verb);
      if (subject?.kind === 'word' && /^(?:as|to|which|that|whom|what)$/.test(subject.word.folded) && subject.word.folded !== 'to') return;
      // "If a name is given to add, that user is invited": a clause before its main clause.
      const opener = tokens[sentences[that.sentence]!.first]!.word.folded;
      if (/^(?:if|when|while|as|because|since|although|though|whenever|once|unless|after|before|in|where|to)$/.test(opener)) return;
      // "He said, that morning, nothing": another comma closes what the first one opens.
      if (/^(?:day|week|morning|year|evening|night|time|month|is|was)$/.test(next.word.folded)) return;
      report({start: comma.start, end: comma.end, proposals: [''], confidence: 0.6, note: 'Before “that” English has no comma.'});
    }

    /** "spoke about that the road is closed", "called for that the talks go on": no clause with "that" behind a preposition. */
    function fact(preposition: Token, that: Token, before: Token | undefined): void {
      const subject = tokens[that.index + 1];
      if (subject?.sentence !== that.sentence || !/^(?:the|he|she|they|his|her|its|their|there)$/.test(subject.word.folded) || !before || before.kind !== 'word') return;
      const w = preposition.word.folded;
      // "the size of that the company had", "for that he was paid": a pronoun.
      let finite = -1;
      for (let k = that.index + 2; k < that.index + 8 && tokens[k]?.sentence === that.sentence && tokens[k]!.kind === 'word'; k++) if (BE.has(tokens[k]!.word.folded) || /^(?:has|have|had|will|would|can|could|should|must|may|did|does|do)$/.test(tokens[k]!.word.folded) || k > that.index + 2 && posOf(document, tokens[k]!) === 'VERB') {
        finite = k;
        break;
      }
      if (finite < 0 || /^(?:than|as|because|out|instead|the|size|time|one|all|some|most|part)$/.test(before.word.folded) || !(speaks(before.word.folded) || /^(?:spoke|speaks|speak|talked|talks|talk|informed|informs|convinced|insisted|insists|insist|counts|counted|relies|depends|complained|complains|called|calls|call|accused|warned|warns|agreed|sure|proof|evidence|opinion|idea|responsible|afraid|proud|grateful|happy|worried|concerned|reported|told|know|knew|heard|reminded|thanked|waiting|wait|hoping|hope)$/.test(before.word.folded))) return;
      if (w === 'for' || w === 'on') put1(preposition, that, w === 'for' ? ['that'] : ['on the fact that', 'that'], 0.6);
      else put1(preposition, that, [`${preposition.text} the fact that`, 'that'], 0.62);
    }

    function put1(first: Token, last: Token, proposals: string[], confidence: number): void {
      report({start: first.start, end: last.end, proposals, confidence, note: 'No clause with “that” stands behind a preposition.'});
    }

    function participle(verb: string): string {
      return ({see: 'seen', say: 'said'} as Record<string, string>)[verb] ?? (verb.endsWith('e') ? `${verb}d` : verb === 'regret' ? 'regretted' : `${verb}ed`);
    }

    /** "because that the road" */
    function closed(token: Token, that: Token): void {
      const w = token.word.folded;
      const [right, confidence] = WITH_THAT[w]!;
      const subject = wordAt(document, that.index + 1, token.sentence);
      if (subject === undefined || !SUBJECTS.test(subject)) return;
      // "after that the rain came", "before that, …": a time of its own.
      if (w === 'after' || w === 'before' || w === 'until' || w === 'till' || w === 'during' || w === 'when') {
        const opens = sentences[token.sentence]!.first === token.index || tokens[token.index - 1]?.text === ',' || tokens[token.index - 1]?.word.folded === 'and';
        if (opens || !/^(?:he|she|they|the)$/.test(subject)) return;
      }
      report({start: token.start, end: that.end, proposals: [right === w ? token.text : right], confidence, note: `\`${right}\` joins the clause without “that”.`});
    }

    /** "larger that the old one" */
    function compared(that: Token, comparative: Token, n: string): void {
      const b = comparative.word.folded;
      if (!/^(?:the|a|an|in|his|her|its|their|last|ever|expected|previously|any|other|those|before|at|for|on|men|women|usual)$/.test(n) && tokens[that.index + 1]?.kind !== 'number') return;
      if (/^(?:more|less|fewer|later|earlier|other)$/.test(b) && !/^(?:in|last|ever|expected|usual|before)$/.test(n)) return;
      // "it is better that the", "the more that"
      const lead = wordAt(document, comparative.index - 1, that.sentence) ?? '';
      if (/^(?:the|so|no)$/.test(lead) || BE.has(lead) && /^(?:it|what|that|this)$/.test(wordAt(document, comparative.index - 2, that.sentence) ?? '')) return;
      for (let k = that.index + 2; k < that.index + 7; k++) {
        const w = wordAt(document, k, that.sentence);
        if (w === undefined) break;
        if (BE.has(w) || /^(?:has|have|had|will|would|can|should|must)$/.test(w)) return;
      }
      report({start: that.start, end: that.end, proposals: ['than'], confidence: b === 'rather' ? 0.5 : 0.66, note: 'A comparison takes “than”.'});
    }

    /** "the man, which was arrested" */
    function who(which: Token, before: Token | undefined, b: string, next: Token): void {
      const comma = before?.text === ',';
      const noun = comma ? document.before(before!) : before;
      if (noun?.kind !== 'word' || noun.word.shape !== 'lower' || !PERSONS.has(noun.word.folded) && !HUMANS.has(noun.word.base) && !(/(?:ist|ists|man|woman|men|women|ress|resses)$/.test(noun.word.folded) && AGENT.test(singularOf(noun.word.folded) ?? noun.word.folded) && !NO_AGENT.has(noun.word.folded))) return;
      if (/^(?:is|was)$/.test(next.word.folded) && /^(?:why|because|how|what|when|where|not|a|an|the|more|less)$/.test(wordAt(document, next.index + 1, which.sentence) ?? '')) return;
      const {first} = sentences[which.sentence]!;
      const article = wordAt(document, noun.index - 1, which.sentence) ?? '';
      const verb = BE.has(next.word.folded) || /^(?:has|have|had|will|would|can|could|must)$/.test(next.word.folded) || posOf(document, next) === 'VERB';
      if (!verb) return;
      // "the number of people, which fell"
      if (comma ? noun.index - first > 3 || !/^(?:the|a|an|this)$/.test(article) : wordAt(document, noun.index - 1, which.sentence) === 'of' || b === 'those') return;
      report({start: which.start, end: which.end, proposals: ['who'], confidence: comma ? 0.8 : 0.82, note: 'People are “who”.'});
    }

    /** "the bridge, who was built" */
    function which(token: Token, before: Token | undefined, b: string, next: Token): void {
      const comma = before?.text === ',';
      const noun = comma ? document.before(before!) : before;
      if (noun?.kind !== 'word' || !THINGS.has(noun.word.folded) && !THINGS.has(noun.word.folded.replace(/s$/, '')) || noun.word.shape !== 'lower') return;
      const {first} = sentences[token.sentence]!;
      const verb = BE.has(next.word.folded) || /^(?:has|have|had|will|would|can|could)$/.test(next.word.folded) || posOf(document, next) === 'VERB';
      if (!verb || b === 'know') return;
      // The person may stand further left: "the owner of the car who".
      const start = noun.index - first;
      if (start > 3) for (let k = noun.index - 1; k > noun.index - 6 && k >= first; k--) if (/^(?:of|in|at|from|to|on|by|for|with|near|behind|under)$/.test(tokens[k]!.word.folded)) {
        if (!/^(?:is|was|were|are)$/.test(tokens[k - 1]?.word.folded ?? '')) return;
      }
      report({start: token.start, end: token.end, proposals: comma ? ['which'] : ['that', 'which'], confidence: start <= 3 ? 0.8 : 0.4, note: 'Things are “which” or “that”.'});
    }

    /** "wants that the firm pays" */
    function wanted(verb: Token, that: Token): void {
      const {folded} = verb.word;
      const before = document.before(verb);
      if (!/^want/.test(folded) || before?.kind !== 'word' || BE.has(before.word.folded) || /^(?:anything|everything|all|what|whatever|that|which|something)$/.test(document.before(before)?.word.folded ?? '')) return;
      let k = that.index + 1;
      for (; k < that.index + 6; k++) {
        const t = tokens[k];
        if (!t || t.sentence !== verb.sentence || t.kind !== 'word') return;
        if (k > that.index + 1 && posOf(document, t) === 'VERB') break;
      }
      const w = wordAt(document, k, verb.sentence);
      if (w === undefined || k === that.index + 6) return report({start: that.start, end: that.end, proposals: [''], confidence: 0.6, note: 'English says: want someone to do something.'});
      const base = [w, w.replace(/s$/, ''), w.replace(/es$/, '')].find((form) => isInfinitive(form) && lookup(form).frequency > 60) ?? w;
      report({start: that.start, end: tokens[k]!.end, proposals: [`${document.slice(that.index + 1, k - 1)} to ${base}`], confidence: 0.8, note: 'English says: want someone to do something.'});
    }
  },
});
