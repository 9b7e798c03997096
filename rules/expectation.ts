import {DAYS, MONTHS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfParticiple, isInfinitive} from '../src/document/verbs.ts';
import {wordClass} from '../src/document/word.ts';
import {wordAt} from '../src/evidence/clause.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';

const set = (words: string) => new Set(words.split(' '));
const MODAL = wordClass(({folded}) => folded === 'should' || folded === 'must');
/** What is planned or foreseen rather than a duty. */
const PLANNED = set('begin start end last take meet open close reach arrive visit travel speak enter announce publish present vote decide sign return resume go grow rise fall increase decrease come launch receive attend participate play face hold adopt examine discuss pass appear leave land continue cost stand happen address deliver join host unveil replace become be allow bring total amount exceed conclude review submit welcome undergo rule testify promulgate dispute contest challenge lead mark cover include create generate deploy withdraw adopt ratify inaugurate collect chair');
/** Things that have no duties. */
const EVENTS = set('trial vote law bill text reform talks meeting summit measure measures rule rules work construction project programme program visit election elections tournament match season film album plant factory line growth inflation economy deficit debt gdp sales profit revenue rate rates price prices decision verdict ruling hearing ceremony funeral session agreement treaty deal truce ceasefire negotiations discussions operation offensive storm hurricane typhoon rain temperatures weather budget tax bridge tunnel station ship aircraft mission launch results result report congress debate mandate procedure investigation inquiry sentence service traffic flights process transaction merger acquisition sale offer');
/** Behind a duty a reason or a wish is told. */
const DUTY = /^(?:why|not|never|always|whether|if|how|what|who|where|when|because|therefore|instead|rather|people|you|we|i|everyone|nobody|anyone|one|there|children|parents|they)$/;
/** Who asks for it: an opinion, no plan. */
const OPINION = /^(?:said|says|say|think|thinks|thought|believe|believes|believed|argue|argues|argued|insist|insists|insisted|demand|demands|demanded|recommend|recommends|recommended|suggest|suggests|suggested|urge|urges|urged|agree|agrees|agreed|propose|proposes|proposed|require|requires|required|opinion|poll|critics|rule|rules|guidelines|wrote|told|added|tweeted|posted|stressed|asked|ask|feel|feels|want|wants|if|whether|conclude|concluded|ruled)$/;

export default defineRule({
  id: 'expectation',
  summary: 'A duty, with should or must, for what is expected to happen',
  why: `French *devoir*, Italian *dovere*, Dutch *moeten* and their like tell duties as well as plans: *devrait* is “should” and “is expected to”, *doit* “must” and “is due to”. Engines take the duty: \`the law should enter into force in May\`, \`the two leaders must meet on Friday\`.

Silent where a duty may be meant: behind an opinion, in quotations, about people without a date.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.5,
  reach: 'paragraph',
  needs: 0.2,
  examples: {
    bad: [
      {text: 'The law should enter into force in May.', flagged: ['should'], fixed: 'The law is expected to enter into force in May.', mt: 'yes'},
      {text: 'The two leaders should meet on Friday in Geneva.', flagged: ['should'], fixed: 'The two leaders are expected to meet on Friday in Geneva.', mt: 'yes'},
      {text: 'The trial should last until June.', flagged: ['should'], fixed: 'The trial is expected to last until June.', mt: 'yes'},
      {text: 'The president must travel to Beijing next week.', flagged: ['must'], fixed: 'The president is due to travel to Beijing next week.', mt: 'yes'},
    ],
    good: [
      {text: 'He said that the law should enter into force in May.', mt: 'yes'},
      {text: 'Parents should not leave children alone. You should arrive by Friday.', mt: 'yes'},
      {text: 'The court should have acted in May. Voters think the minister should resign on Monday.', mt: 'yes'},
      {text: '“The trial should start on Monday,” she said. The firm must pay its debts.', mt: 'yes'},
      {text: 'Anyone with information should call the police by Friday.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    const quoted = quotedTokens(document);
    for (const token of document.where(MODAL)) {
      if (token.kind !== 'word' || token.word.shape !== 'lower' || quoted[token.index]) continue;
      const must = token.word.folded === 'must';
      const subject = document.before(token);
      if (subject?.kind !== 'word' || subject.sentence !== token.sentence) continue;
      let at = token.index + 1;
      while (/^(?:also|then|now|officially|normally|soon|thus|finally)$/.test(wordAt(document, at, token.sentence) ?? '')) at++;
      const verb = tokens[at];
      if (!verb || verb.sentence !== token.sentence || verb.kind !== 'word' || !isInfinitive(verb.word.folded) || !PLANNED.has(verb.word.folded)) continue;
      const s = subject.word.folded;
      if (DUTY.test(s)) continue;
      const {first, last} = sentences[token.sentence]!;
      let opinion = false;
      for (let k = first; k < token.index; k++) if (OPINION.test(tokens[k]!.word.folded) && !/^[,”"]$/.test(tokens[k + 1]?.text ?? '')) opinion = true;
      if (opinion) continue;
      let passive = false;
      if (verb.word.folded === 'be') {
        const participle = tokens[at + 1];
        passive = participle?.kind === 'word' && participle.sentence === token.sentence && baseOfParticiple(participle.word.folded) !== undefined;
        if (!passive || !/^(?:held|announced|published|presented|adopted|completed|finished|signed|launched|opened|examined|known|unveiled|released|approved|tried|heard|delivered|played|built|submitted|discussed|voted|followed|joined|elected|appointed|confirmed|accompanied|decided)$/.test(participle!.word.folded)) continue;
      }
      const dated = datedBehind(at, last);
      const event = EVENTS.has(s) || s === 'which' && EVENTS.has(document.before(document.before(subject) ?? subject)?.word.folded ?? '');
      const named = subject.word.shape === 'capital' && !document.opensSentence(subject) && posOf(document, subject) === 'PROPN';
      if (!dated && !(event && !must)) continue;
      if (must && (!dated || event || !/^(?:meet|travel|visit|speak|go|arrive|return|attend|play|face|begin|start|open|sign|appear|address|present|announce|host|receive|participate|testify)$/.test(verb.word.folded))) continue;
      const confidence = must ? 0.4 : dated && event ? 0.5 : dated ? 0.42 : /^(?:last|enter|begin|start|reach|cost|allow|total|exceed|grow)$/.test(verb.word.folded) || passive ? 0.35 : 0.2;
      report({start: token.start, end: token.end, proposals: proposalsFor(subject, must, named), confidence, note: must ? 'What is planned “is due” or “is to” happen; “must” is a duty.' : 'What is foreseen “is expected to” happen; “should” is a duty.'});
    }

    /** "should" with the number of its subject. */
    function proposalsFor(subject: Token, must: boolean, named: boolean): string[] {
      const w = subject.word.folded;
      const joined = document.before(subject)?.word.folded === 'and';
      const plural = w === 'they' || joined || (!named && /[^sui]s$/.test(w) && !/^(?:series|congress|news|politics)$/.test(w)) || /^(?:people|police)$/.test(w);
      const be = plural ? 'are' : 'is';
      return must ? [`${be} due to`, `${be} to`, `${be} expected to`] : [`${be} expected to`, `${be} due to`, 'will'];
    }

    /** Whether a time that lies ahead is named within ten words. */
    function datedBehind(at: number, last: number): boolean {
      for (let k = at + 1; k <= Math.min(last, at + 12); k++) {
        const w = wordAt(document, k, tokens[at]!.sentence);
        if (w === undefined) {
          if (/^[;:.]$/.test(tokens[k]!.text)) return false;
          continue;
        }
        const before = wordAt(document, k - 1, tokens[at]!.sentence) ?? '';
        if (DAYS.has(w) || w === 'tomorrow') return true;
        if (MONTHS.has(w) && w !== 'may' && w !== 'march') return true;
        if (w === 'may' && /^(?:in|by|on|until|of)$/.test(before) && !document.opensSentence(tokens[k]!)) return tokens[k]!.word.shape === 'capital';
        if (/^20[2-9]\d$/.test(w)) return true;
        if (before === 'next' && /^(?:week|month|year|spring|summer|autumn|winter|season|days|weeks|months)$/.test(w)) return true;
        if (/^(?:the|this|that)$/.test(before) && /^(?:evening|afternoon|weekend|autumn|summer|winter|spring)$/.test(w) || before === 'this' && /^(?:week|month|year)$/.test(w)) return true;
        if (w === 'end' && wordAt(document, k + 1, tokens[at]!.sentence) === 'of' && before === 'the') return true;
      }
      return false;
    }
  },
});
