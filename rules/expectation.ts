import {DAYS, MONTHS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfParticiple, isInfinitive} from '../src/document/verbs.ts';
import {wordClass} from '../src/document/word.ts';
import {wordAt} from '../src/evidence/clause.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';
import {hearsay} from './expectation/hearsay.ts';

const set = (words: string) => new Set(words.split(' '));
const AHEAD = wordClass(({folded}) => /^(?:should|must|would|planned|planning|plans)$/.test(folded));
/** What is announced that somebody attends: verb and the event behind it. */
const ATTEND = set('participate take join attend march perform speak');
const OCCASIONS = set('parade summit meeting ceremony ceremonies talks conference tournament match games championship championships festival celebrations celebration exercise exercises forum rally procession funeral final race competition wedding inauguration commemoration commemorations events event operation expedition congress session');
/** What things that are planned do: "a strike that planned to begin". */
const HAPPENS = set('begin start open land last take end launch close arrive enter depart resume return reach reopen happen continue');
/** Things that stand for those who make them: "the festival plans to return". */
const HOSTS = /^(?:exhibition|festival|film|series|album|service|school|mission|project|tour|campaign|conference|plant|factory|company)$/;
/** Things that are planned by others and plan nothing. */
const PLANNED_THINGS = set('strike ship spacecraft rocket satellite probe capsule shuttle train exhibition festival concert match tournament trial summit meeting conference talks ceremony election elections flight film series album service construction work bridge line factory plant reactor tunnel road railway ceasefire truce protest demonstration march rally session hearing vote referendum game race season school year campaign mission station module plane helicopter aircraft visit tour exercise exercises ferry vaccine law reform system project');
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
  summary: 'A duty, with should or must, for what is expected, things that plan, and would for a rumour',
  why: `French *devoir*, Italian *dovere*, Dutch *moeten* and their like tell duties as well as plans: *devrait* is “should” and “is expected to”, *doit* “must” and “is due to”. Engines take the duty: \`the law should enter into force in May\`, \`the two leaders must meet on Friday\`. Russian *планируется* and Chinese *计划* say that something is planned and not by whom: \`a strike that planned to begin\`.

Silent where a duty may be meant: behind an opinion, in quotations, about people without a date.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.5,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    duty: 'Should or must for what is expected',
    plan: 'A thing that plans',
    hearsay: 'Would have and would be for what is said to have happened or to be so',
  },
  examples: {
    bad: [
      {text: 'Groups of soldiers should also participate in the parade. The teams should take part in the tournament.', flagged: ['should also', 'should'], fixed: 'Groups of soldiers are also expected to participate in the parade. The teams are expected to take part in the tournament.', mt: 'yes'},
      {text: 'They called off a strike that planned to begin at midnight. The ship is planning to land near the town.', flagged: ['planned', 'planning'], fixed: 'They called off a strike that was planned to begin at midnight. The ship is planned to land near the town.', mt: 'yes'},
      {text: 'Some 900 files would have been stolen in all. The two suspects would have fled on foot.', flagged: ['would have been', 'would have'], fixed: 'Some 900 files were reportedly stolen in all. The two suspects reportedly fled on foot.', mt: 'yes'},
      {text: 'During the meeting, the minister would have declared that the dispute was over.', flagged: ['would have'], fixed: 'During the meeting, the minister reportedly declared that the dispute was over.', mt: 'yes'},
      {text: 'The driver would be on the run. According to the police, the gunman would be a former soldier. Some twelve people would be missing since Friday.', flagged: ['would be', 'would be', 'would be'], fixed: 'The driver is reportedly on the run. According to the police, the gunman is reportedly a former soldier. Some twelve people are reportedly missing since Friday.', mt: 'yes'},
      {text: 'The law should enter into force in May.', flagged: ['should'], fixed: 'The law is expected to enter into force in May.', mt: 'yes'},
      {text: 'The two leaders should meet on Friday in Geneva.', flagged: ['should'], fixed: 'The two leaders are expected to meet on Friday in Geneva.', mt: 'yes'},
      {text: 'The trial should last until June.', flagged: ['should'], fixed: 'The trial is expected to last until June.', mt: 'yes'},
      {text: 'The president must travel to Beijing next week.', flagged: ['must'], fixed: 'The president is due to travel to Beijing next week.', mt: 'yes'},
    ],
    good: [
      {text: 'Citizens should take part in elections. Pupils should attend the ceremony. The trial, planned to last until July, was stopped. The festival plans to return in May. The soldiers said the men should take part in the parade. The union, which planned to begin a strike, and the company are planning to land a deal.', mt: 'yes'},
      {text: 'Without the guard, the files would have been stolen. The bill would have banned the sale. If it had rained, they would have fled.', mt: 'yes'},
      {text: 'He said that they would have fled. “The suspects would have fled on foot,” she said. The deal would have been signed in May.', mt: 'yes'},
      {text: 'He said the driver would be on the run. According to the plan, the head would be a former soldier. If she fell, the victim would be missing. It would be around noon.', mt: 'yes'},
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
    for (const token of document.where(AHEAD)) {
      if (token.word.folded.startsWith('plan')) {
        if (!quoted[token.index]) plans(token);
        continue;
      }
      if (token.kind !== 'word' || token.word.shape !== 'lower' || quoted[token.index]) continue;
      if (token.word.folded === 'would') {
        hearsay(document, token, (found) => report({...found, kind: 'hearsay'}));
        continue;
      }
      const must = token.word.folded === 'must';
      const subject = document.before(token);
      if (subject?.kind !== 'word' || subject.sentence !== token.sentence) continue;
      let at = token.index + 1;
      while (/^(?:also|then|now|officially|normally|soon|thus|finally)$/.test(wordAt(document, at, token.sentence) ?? '')) at++;
      const verb = tokens[at];
      if (!verb || verb.sentence !== token.sentence || verb.kind !== 'word' || !isInfinitive(verb.word.folded) || !PLANNED.has(verb.word.folded)) continue;
      const s = subject.word.folded;
      // "Groups of the people should": the groups.
      if (DUTY.test(s) && !(s === 'people' && groups(subject))) continue;
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
      // "Pupils should attend the ceremony": all of a kind have duties.
      const generic = subject.index === first || /^(?:all|every|each|both|any)$/.test(document.before(subject)?.word.folded ?? '');
      const attended = !must && !generic && occasionBehind(verb, last) && !/^(?:citizens|everybody|all|players|students|workers|voters|women|men|parties|states|those|others)$/.test(s);
      if (!dated && !(event && !must) && !attended) continue;
      if (must && (!dated || event || !/^(?:meet|travel|visit|speak|go|arrive|return|attend|play|face|begin|start|open|sign|appear|address|present|announce|host|receive|participate|testify)$/.test(verb.word.folded))) continue;
      const confidence = must ? 0.4 : dated && event ? 0.5 : dated ? 0.42 : /^(?:last|enter|begin|start|reach|cost|allow|total|exceed|grow)$/.test(verb.word.folded) || passive || attended ? 0.35 : 0.2;
      const also = tokens[token.index + 1]!;
      const joint = also.word.folded === 'also';
      report({kind: 'duty', start: token.start, end: (joint ? also : token).end, proposals: proposalsFor(subject, must, named).map((x) => (!joint ? x : x === 'will' ? 'will also' : x.replace(' ', ' also '))), confidence, note: must ? 'What is planned “is due” or “is to” happen; “must” is a duty.' : 'What is foreseen “is expected to” happen; “should” is a duty.'});
    }

    /** "Groups of the guard of honour": whether a plural stands before the "of" that opens a subject of several nouns. */
    function groups(subject: Token): boolean {
      const {first} = sentences[subject.sentence]!;
      let head: Token | undefined;
      for (let k = subject.index - 1; k >= first && subject.index - k < 15; k--) {
        const t = tokens[k]!;
        if (t.kind !== 'word' || /^(?:that|which|who|and|but)$/.test(t.word.folded)) break;
        if (/^(?:of|from)$/.test(t.word.folded) && k > first) head = tokens[k - 1];
      }
      return head !== undefined && /[^sui]s$/.test(head.word.folded);
    }

    /** "participate in the Victory Day parade": an event that is attended, within six words. */
    function occasionBehind(verb: Token, last: number): boolean {
      if (!ATTEND.has(verb.word.folded)) return false;
      let k = verb.index + 1;
      if (verb.word.folded === 'take') {
        if (tokens[k]?.word.folded !== 'part') return false;
        k++;
      }
      if (verb.word.folded !== 'join' && verb.word.folded !== 'attend') {
        if (!/^(?:in|at)$/.test(wordAt(document, k, verb.sentence) ?? '')) return false;
        k++;
      }
      // A certain one: "in the parade", "in Monday's talks", not "in elections".
      if (!/^(?:the|this|a|an|next|its|their)$/.test(tokens[k]?.word.folded ?? '') && tokens[k]?.word.shape !== 'capital') return false;
      for (let n = k + 1; n <= Math.min(last, k + 5); n++) {
        const w = wordAt(document, n, verb.sentence);
        if (w === undefined || /^(?:of|in|and|or|that|which|who)$/.test(w)) return false;
        if (OCCASIONS.has(w)) return true;
      }
      return false;
    }

    /** "a strike that planned to begin", "the ship is planning to land" */
    function plans(token: Token): void {
      const {sentence, index} = token;
      const to = tokens[index + 1];
      const verb = tokens[index + 2];
      if (to?.word.folded !== 'to' || verb?.sentence !== sentence || !HAPPENS.has(verb.word.folded)) return;
      const w = token.word.folded;
      let subject = document.before(token);
      const be = w === 'planning' ? subject : undefined;
      if (w === 'planning') {
        if (!/^(?:is|are|was|were)$/.test(be?.word.folded ?? '')) return;
        subject = document.before(be!);
      } else if (w === 'planned' && /^(?:is|are|was|were|be|been|being)$/.test(subject?.word.folded ?? '')) return;
      while (subject && /^(?:also|now|still|has|had|originally|which|that)$/.test(subject.text.toLowerCase())) {
        const relative = subject.word.folded === 'which';
        subject = document.before(subject);
        if (relative && subject?.text === ',') subject = document.before(subject);
      }
      if (subject?.kind !== 'word' || subject.sentence !== sentence || !PLANNED_THINGS.has(subject.word.folded) || w === 'plans' && HOSTS.test(subject.word.folded)) return;
      // An object: "the school plans to open a canteen".
      const behind = tokens[verb.index + 1];
      if (behind?.sentence === sentence && behind.kind === 'word' && !/^(?:in|on|at|near|off|by|from|for|until|after|before|next|this|tomorrow|later|today|place|between|during|with|to|up|and)$/.test(behind.word.folded) && !DAYS.has(behind.word.folded)) return;
      const many = /[^s]s$/.test(subject.word.folded);
      report({kind: 'plan', start: token.start, end: token.end, proposals: ['planned', 'due', 'scheduled'].map((x) => (w === 'planning' ? x : `${w === 'plans' ? (many ? 'are' : 'is') : many ? 'were' : 'was'} ${x}`)), confidence: 0.5, note: 'A thing is planned; those who plan are people.'});
    }

    /** "should" with the number of its subject. */
    function proposalsFor(subject: Token, must: boolean, named: boolean): string[] {
      const w = subject.word.folded;
      const joined = document.before(subject)?.word.folded === 'and';
      const plural = w === 'they' || groups(subject) || joined || (!named && /[^sui]s$/.test(w) && !/^(?:series|congress|news|politics)$/.test(w)) || /^(?:people|police)$/.test(w);
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
