import {ARTICLES, AUXILIARIES, CONJUNCTIONS, DETERMINERS, POSSESSIVES, PREPOSITIONS, PRONOUNS} from '../src/document/english.ts';
import type {Document} from '../src/document/document.ts';
import type {Token} from '../src/document/token.ts';
import {wordClass} from '../src/document/word.ts';
import {MODALS} from '../src/evidence/clause.ts';
import {usageOf} from '../src/evidence/usage.ts';
import {Flag, lookup} from '../src/lexicon/lexicon.ts';
import {baseOfIng, baseOfPast, baseOfThird} from '../src/document/verbs.ts';
import {mayBeStray, strayness} from '../src/evidence/stray-capital.ts';
import {isLicence} from '../src/evidence/text-kind.ts';
import {defineRule, type Edit} from '../src/rule/rule.ts';

/** Function words that are also names, months or parts of names, or that stand for God. */
const AMBIGUOUS = new Set(['the', 'a', 'an', 'i', 'will', 'may', 'can', 'might', 'must', 'do', 'us', 'it', 'one', 'no', 'so', 'like', 'past', 'per', 'up', 'off', 'down', 'la', 'van', 'or', 'am', 'as', 'un', 'he', 'him', 'his', 'himself']);
/** Before a word in small letters they begin no name: "so that The canoeists". */
const ARTICLES_ALONE = new Set(['the', 'an']);
const FUNCTION = new Set([...PREPOSITIONS, ...CONJUNCTIONS, ...PRONOUNS, ...AUXILIARIES, ...DETERMINERS, 'where', 'when', 'how', 'why', 'also', 'not', 'then', 'there', 'here', 'only', 'already', 'still', 'very', 'too', 'again', 'never', 'always'].filter((w) => !AMBIGUOUS.has(w)));
/** Before a name too these are never part of it: "agreements With Putin". */
const BEFORE_NAMES = new Set(['on', 'at', 'for', 'by', 'with', 'from', 'and', 'but', 'during', 'against', 'between', 'when', 'while', 'because', 'after', 'before', 'that', 'which', 'who', 'where', 'since', 'until', 'is', 'was', 'were', 'has', 'had']);
/** A verb is likely to follow. */
const BEFORE_VERB = new Set(['to', 'will', 'would', 'can', 'could', 'should', 'must', 'might', 'not', 'who', 'which', 'that', 'they', 'he', 'she', 'we', 'you', 'did', 'does', 'do', "don't", "didn't", 'has', 'had', 'have', 'is', 'are', 'was', 'were', 'been', 'be', 'also', 'after', 'before', 'by', 'without', 'while', 'when']);

/** Past tenses that are no nouns. */
const PAST = /^(?:told|said|took|made|went|came|gave|got|saw|knew|found|held|kept|met|paid|sent|sold|won|lost|began|wrote|spoke|brought|bought|thought|became|fell|grew|rose|ran|led|stood|understood|explained|announced|added|asked|called|reported|received|decided|demanded|confirmed|denied|refused|warned|claimed|argued)$/;

/** Clubs, publications, firms and programs whose names are common words: without a determiner they are meant. */
const NAMESAKES = new Set('arsenal palace villa forest hearts wolves spurs saints racing sporting river orient rangers celtic hull reading bath burnley nature science time people fortune variety wired vogue elle glamour insider target shell orange apple signal meta slack zoom teams chrome edge bolt sky visa boots next gap total lush mars galaxy bell fox brave discord medium twitch reddit stripe square oracle intel sage unity steam epic origin windows office outlook word excel access delta united southwest spirit frontier virgin chequers'.split(' '));
/** Parties by what their members are called: with a capital they are meant, not who thinks so. */
const PARTIES = /^(?:conservatives|liberals|democrats|republicans|socialists|greens|unionists|nationals|labour|conservative|republican)$/;
/** What has a name of its own behind it: "the research ship Sonne". */
const CALLED = /^(?:ship|vessel|boat|ferry|liner|yacht|tanker|freighter|trawler|frigate|cruiser|corvette|destroyer|submarine|icebreaker|lifeboat|schooner|helicopter|aircraft|airplane|plane|jet|drone|train|locomotive|probe|satellite|rocket|spacecraft|robot|dog|horse|elephant|typhoon|hurricane|cyclone|mascot|restaurant|cinema|nightclub|discotheque|brewery|newspaper|magazine|singer|actor|actress|writer|painter|striker|goalkeeper|defender|midfielder|rider|driver|farmer|baker|teacher|nurse)$/;
/** What is no part of the name behind it: "the island of Flores". */
const GENERIC = /^(?:island|town|village|region|municipality|river|valley|commune|mountain|hamlet|suburb)$/;

/** A sentence or two do not show whether a text calls something by a name, or writes the State with a capital. */
const MIN_WORDS = 60;

/** Logits of `strayness` below which a capital is no sign, at which it is as good as even odds in a text of which nothing is known, and from which on a sentence shows it. */
const LEAST = 1.2;
const EVEN = 3.5;
const SURE = 5;


const CAPITALISED = wordClass(({shape, text, base, folded, english}) => shape === 'capital' && text.length > 1 && base === folded && english && !/[^\0-\x7f]/.test(text));

export default defineRule({
  id: 'random-capital',
  summary: 'A capital letter inside a sentence for no reason',
  why: `Where a link, a heading or a new line began in the source, engines begin a word with a capital: \`will Stay for four days\`, \`agreements With Putin\`. From German, common nouns keep theirs: \`the research Ship\`.

Silent on names and their neighbours, titles of works, words that writers capitalise for what they stand for (the Parliament, the Court), and on words that the text capitalises throughout.`,
  category: 'capitalization',
  tier: 'safe',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.9,
  reach: 'paragraph',
  kinds: {
    'small-word': 'A preposition, conjunction, pronoun and the like',
    verb: 'A verb inside the sentence',
    noun: 'A noun or another word',
  },
  examples: {
    bad: [
      {text: 'The delegation will Stay for four days in the capital.', flagged: ['Stay'], fixed: 'The delegation will stay for four days in the capital.'},
      {text: 'He is expected To sign the agreements With Kovalenko on Monday.', flagged: ['To', 'With'], fixed: 'He is expected to sign the agreements with Kovalenko on Monday.'},
      {text: 'The patients were taken to a clinic Where four of them remain.', flagged: ['Where'], fixed: 'The patients were taken to a clinic where four of them remain.'},
      {text: 'The police Arrested two men, and there is No evidence that the storm Destroyed the 40 Houses.', flagged: ['Arrested', 'No', 'Destroyed'], fixed: 'The police arrested two men, and there is no evidence that the storm destroyed the 40 Houses.'},
      {text: 'Many People fled, and prices rose by 4 Percent.', flagged: ['People', 'Percent'], fixed: 'Many people fled, and prices rose by 4 percent.'},
      {text: 'The chief left the Party after a row in the party.', flagged: ['Party'], fixed: 'The chief left the party after a row in the party.', mt: 'yes'},
      {text: 'The lamps will stay on at night so that The rowers do not lose their way.', flagged: ['The'], fixed: 'The lamps will stay on at night so that the rowers do not lose their way.'},
      {text: 'The research Ship Sonne sailed; the teachers sat in the Kitchen with a Map.', flagged: ['Ship', 'Kitchen', 'Map'], fixed: 'The research ship Sonne sailed; the teachers sat in the kitchen with a map.', mt: 'yes'},
      {text: 'He won The race by a second.', flagged: ['The'], fixed: 'He won the race by a second.'},
      {text: 'The crew was fined for a breach of road Safety rules, he said.', flagged: ['Safety'], fixed: 'The crew was fined for a breach of road safety rules, he said.', mt: 'yes'},
      {text: 'The crew lowered a robot to the Floor, one by one.', flagged: ['Floor'], fixed: 'The crew lowered a robot to the floor, one by one.', mt: 'yes'},
    ],
    good: [
      'Licensed under the Common Terms: if no copy was distributed with this file, You can ask for one. Copyright (C) 2011 Ann Bell. There is no warranty, and Your rights end when You sue.',
      {text: 'Fans of Arsenal sang; the study in Nature was cited by browsers such as Brave, DuckDuckGo and others.', mt: 'yes'},
      {text: 'The Magic, the Heat and the Jazz sold out; a Pole won the Top 14; Dutch Railways (NS) and the Ministry of Research agreed.', mt: 'yes'},
      'She read Gone With the Wind on the train. Photo: Ann Bell / news For a long time the chief was ill.',
      'The vote in Parliament was close, and the Court will rule on it.',
      'He said: “To be honest, I do not know.”',
      'The band played the songs Destroyed and Failed; most Giants fans met four Wolves.',
      'Mark Will Stay left with May Day marchers.',
      'He hosted shows such as Who Wants to Be a Millionaire, and the meeting between Are and Georg was brief.',
      'The president of Vietnam, To Lam, also attended.',
      'The council lets the road go to ruin\nBy all means, wait for the next flood.',
      'Ann Bell (@annbell) May 17, 2025 Throughout the talks, the envoy said nothing. A drawing By Tom Reed hung there.',
      {text: 'The town was ruled by the “Law of the Jungle”, wrote the Minister of Tourism.', mt: 'yes'},
      'The minister called the vote a farce On Monday the envoy left the town.',
      'They met at Stay Hotel in Bremen.',
      {text: 'The mayor left the Conservatives, though many conservatives stayed, and lost to Labour on labour law; they met at Chequers.', mt: 'yes'},
      'The Prices rose after the Prices report, and the Prices fell again.',
    ],
  },
  check(document, report) {
    // "You", "the Work", "each Contributor": a licence says with capitals whom and what it means.
    if (isLicence(document)) return;
    const {tokens} = document;
    for (const token of document.where(CAPITALISED)) {
      const {index: i} = token;
      const before = tokens[i - 1];
      const after = tokens[i + 1];
      if (token.kind !== 'word' || !before || !after) continue;
      // Only in running text: a lower-case word (or a number) before it, joined by a space.
      if (before.sentence !== token.sentence || !token.spaced || (before.kind !== 'word' && before.kind !== 'number' && before.text !== ',')) continue;
      // At the head of a line a sentence may begin where the line before, a heading or a signature, has no full stop.
      if (document.text.slice(before.end, token.start).includes('\n')) continue;
      const {base, folded} = token.word;
      if (document.isTitle(token.sentence) || document.context.accepted?.has(folded)) continue;
      if (after.text === '&' || after.text === '/' || (after.text === '’' && !after.spaced)) continue;
      const inside = after.sentence === token.sentence && after.kind === 'word';
      // "the Opéra de Lyon", "a message on Telegram"
      if (/^(?:de|du|des|di|da|do|del|della|der|van|von|la|le|el)$/.test(after.text)) continue;
      const lowerAfter = !inside || after.word.shape === 'lower';
      const lower = folded;
      const determined = DETERMINERS.has(before.word.folded);
      const found = (kind: 'small-word' | 'verb' | 'noun', confidence: number, tier?: 'suggest', more: readonly Edit[] = [], minWords = 0) =>
        report({kind, start: token.start, end: token.end, proposals: [lower, ...more], confidence, tier, minWords, note: 'Nothing here calls for a capital: no name, no title, no new sentence.'});
      // "There is No evidence"
      if (lower === 'no' && lowerAfter && inside && before.word.shape === 'lower' && /^(?:is|are|was|were|there|has|have|had|with|saw|found)$/.test(before.text) && !quoted(tokens, i)) {
        found('small-word', 0.93);
        continue;
      }
      if (FUNCTION.has(lower) || ARTICLES_ALONE.has(lower) && lowerAfter && inside) {
        if (after.text === '-' || before.kind === 'word' && (before.word.shape !== 'lower' || before.word.isName && !before.word.english)) continue;
        // Behind another word a full stop was lost rather than the small letter.
        if (ARTICLES_ALONE.has(lower) && !FUNCTION.has(before.word.folded) && (before.kind !== 'word' || baseOfPast(before.word.folded) === undefined || finiteWithin(tokens, i + 1, document.sentences[token.sentence]!.last))) continue;
        if (before.text === ',' && !lowerAfter) continue;
        // "from the Nor", "turns to Are for advice": what stands there is a name.
        if ((OWNING.has(before.word.folded) && !DETERMINERS.has(lower)) || (AUXILIARIES.has(lower) && (PREPOSITIONS.has(before.word.folded) || before.word.folded === 'whom'))) continue;
        // "shows such as Who Wants to Be a Millionaire"
        if (!lowerAfter && after.word.english && !after.word.isName) continue;
        if (lowerAfter || (inside && BEFORE_NAMES.has(lower) && before.kind === 'word' && !quoted(tokens, i))) {
          if (quoted(tokens, i) || OPENERS.has(lower) && endsFragment(document, before, token) || lower === 'by' && isByline(tokens, i)) continue;
          // "ill During the weekend he slept": the full stop was lost rather than the small letter.
          const opens = OPENERS.has(lower) && before.kind === 'word' && !FUNCTION.has(before.word.folded) && finiteWithin(tokens, i + 2, document.sentences[token.sentence]!.last) && finiteWithin(tokens, document.sentences[token.sentence]!.first, i - 1);
          const surely = goesOn(tokens, i, document.sentences[token.sentence]!.last);
          if (OPENERS.has(lower) && before.text !== ',' && (opens ? BEGINNERS.has(lower) : !surely)) continue;
          found('small-word', 0.95, opens || ARTICLES_ALONE.has(lower) || !surely ? 'suggest' : undefined, opens ? [{start: before.end, end: token.start, text: '. '}] : []);
        }
        continue;
      }
      if (PARTIES.test(lower) || inTitle(tokens, i) || OFFICES.test(lower) && after.text === 'of' && tokens[i + 2]?.word.shape === 'capital') continue;
      const use = usageOf(document, base)!;
      // "off the Island of Flores"
      if (GENERIC.test(lower) && inside && determined && before.word.shape === 'lower' && after.text === 'of' && tokens[i + 2]?.word.shape === 'capital' && use.capital === 1) {
        found('noun', 0.35, 'suggest');
        continue;
      }
      // "the research Ship Maria S. Merian", "the police Dog Rex"
      if (CALLED.test(lower) && inside && after.word.shape === 'capital' && (!after.word.english || after.word.isName) && before.kind === 'word' && before.word.shape === 'lower' && before.word.english && (determined || !FUNCTION.has(before.word.folded)) && use.capital === 1) {
        found('noun', 0.4, 'suggest');
        continue;
      }
      // "4 Percent", "many People"
      if (before.kind === 'number' && COUNTED.test(lower) || lower === 'people' && /^(?:many|several|two|three|million)$/.test(before.word.folded)) {
        if (lowerAfter && use.capital === 1) found('noun', 0.87, 'suggest');
        continue;
      }
      // "browsers such as Brave, DuckDuckGo and Firefox", "fans of Arsenal"
      if (amongNames(tokens, i) || NAMESAKES.has(lower) && (!determined || use.lower === 0) || use.capital > 1 && use.lower === 0 || !mayBeStray(document, token)) continue;
      const z = strayness(document, token, {lower: use.lower, capital: use.capital - 1});
      if (z < LEAST) continue;
      const verb = before.kind === 'word' && after.text !== ',' && (BEFORE_VERB.has(before.word.folded) && isVerb(lower) || PAST.test(lower) && !determined);
      found(verb ? 'verb' : 'noun', 1 / (1 + Math.exp(EVEN - z)), 'suggest', [], z < SURE ? MIN_WORDS : 0);
    }
  },
});

/** What numbers count. */
const COUNTED = /^(?:percent|million|billion|people|persons|years?|months?|weeks?|days?|hours?|minutes?|dollars|euros|pounds|men|women|children|soldiers|victims|kilomet(?:er|re)s|met(?:er|re)s|miles|tons|tonnes|degrees)$/;

/** What sentences begin with, of small words. */
const OPENERS = new Set('according across after against all although amid among around as at because before behind between both but by despite during each every few for from given here how however if in it its many most much my never now on once only our over she since so some still such that their then there these they this those though through throughout under unless until upon we what whatever when whenever whether while why with within without you your'.split(' '));

/** Those that open a sentence most often: between two clauses with a verb each it is the full stop that is missing, as behind a heading. */
const BEGINNERS = new Set('according after although as at because but by despite for from he however if in it on once our she since so some still that then there these they this those though until we what when while with without you your'.split(' '));

/** Behind these stands a noun with what describes it. */
const OWNING = new Set([...ARTICLES, ...POSSESSIVES]);
/** Behind these no sentence and no heading ends: "of The", "would Not". */
const LEADS_ON = new Set([...OWNING, ...MODALS, 'to', 'of', 'that', 'as', 'than', 'into', 'with', 'from', 'for', 'at', 'between', 'during', 'and', 'or', 'but', 'because', 'if', 'while', 'which', 'whose', 'is', 'are', 'was', 'were', 'be', 'been', 'has', 'have', 'had', 'very', 'not']);
/** Of a question these begin it, of a statement a clause that hangs on the word before. */
const RELATIVE = new Set(['where', 'which', 'whose', 'whom', 'who']);

/**
 * Whether the sentence surely goes on over token `i`: one may begin with most small words, and where a heading or a full stop was lost
 * it is not the small letter that is missing.
 */
function goesOn(tokens: readonly Token[], i: number, last: number): boolean {
  const before = tokens[i - 1]!;
  const {folded} = tokens[i]!.word;
  const next = tokens[i + 1]!.word;
  if (RELATIVE.has(folded)) return tokens[last]!.text !== '?';
  if (before.kind !== 'word') return folded === 'before' || folded === 'after' ? baseOfIng(next.folded) !== undefined : false;
  if (LEADS_ON.has(before.word.folded)) return true;
  // "disabled the alarm And emptied the safe"
  if (/^(?:and|or|but)$/.test(folded)) return next.shape === 'lower' && baseOfPast(next.folded) !== undefined;
  if (!PREPOSITIONS.has(folded) && folded !== 'to') return false;
  // "expected To sign the agreements", "agreements With Kovalenko on Monday.": no sentence is without a verb.
  return !finiteWithin(tokens, i + 2, last) && !frontedBefore(tokens, i + 2, last);
}

/** Whether a comma, as behind words at the head of a sentence, has what may be a verb behind it: "In the video, she appears". */
function frontedBefore(tokens: readonly Token[], from: number, last: number): boolean {
  let comma = false;
  for (let k = from; k <= Math.min(last, from + 30); k++) {
    const {text, word: {folded, shape}} = tokens[k]!;
    if (text === ',') comma = true;
    else if (text === ':') return false;
    else if (comma && shape === 'lower' && (AUXILIARIES.has(folded) || baseOfThird(folded) || baseOfPast(folded))) return true;
  }
  return false;
}

/** Whether a heading, a caption or the date of a message ends before a token that opens a sentence: "Photo: Ann Bell / news For a long time he was ill". */
function endsFragment(document: Document, before: Token, token: Token): boolean {
  const {first, last} = document.sentences[token.sentence]!;
  if (!finiteWithin(document.tokens, token.index + 2, last)) return false;
  return before.kind === 'number' ? /^(?:19|20)\d\d$|^\d\d?[:.]\d\d$/.test(before.text) : before.kind === 'word' && !document.tokens.slice(first, before.index + 1).some(({kind, word: {folded}}) => kind === 'word' && (AUXILIARIES.has(folded) || baseOfPast(folded)));
}

/** "Photo By Ann Bell": who took or wrote something, and nobody by whom something was done. */
function isByline(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]!.word.folded;
  return tokens[i + 1]!.word.shape === 'capital' && (baseOfPast(before) === undefined || /^(?:written|edited|posted|published|produced|reported|compiled|translated|photographed|uploaded|updated|shared)$/.test(before) && !AUXILIARIES.has(tokens[i - 2]?.word.folded ?? ''));
}

/** Whether a verb with a tense stands between two tokens, of forty at most, before any clause that depends on another. */
function finiteWithin(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k <= Math.min(to, from + 40); k++) {
    const {folded} = tokens[k]!.word;
    if (/^(?:that|which|who|whose|whom|where|when|because|if|as)$/.test(folded)) return false;
    if (tokens[k]!.kind === 'word' && (AUXILIARIES.has(folded) || baseOfPast(folded))) return true;
  }
  return false;
}

/** Whether other forms show that the word is a verb. */
function isVerb(word: string): boolean {
  const has = (form: string) => (lookup(form).flags & Flag.Lower) !== 0;
  if (/(?:ing|ed)$/.test(word)) return true;
  const stem = word.replace(/e$/, '');
  return has(`${stem}ing`) || has(`${stem}${stem.at(-1)}ing`) || (/s$/.test(word) && has(`${word.replace(/(?:e?s)$/, '')}ing`)) || PAST.test(word);
}

/** "browsers such as Brave, DuckDuckGo and Firefox", "the Magic, the Heat and the Jazz": in a list with a name. */
function amongNames(tokens: readonly Token[], i: number): boolean {
  for (const step of [-1, 1]) {
    let at = i + step;
    if (step < 0 && tokens[at] && ARTICLES.has(tokens[at]!.word.folded)) at--;
    const link = tokens[at];
    if (!link || !/^(?:,|and|or|&)$/.test(link.text)) continue;
    const next = tokens[at + step];
    const other = step > 0 && next && ARTICLES.has(next.word.folded) ? tokens[at + 2] : next;
    if (other && other.sentence === tokens[i]!.sentence && other.kind === 'word' && /[A-Z]/.test(other.text)) return true;
  }
  return tokens[i + 1]?.text === '.' && tokens[i + 2]?.spaced === false;
}

/** Offices that writers capitalise with what they are of: "the Minister of Tourism". */
const OFFICES = /^(?:minister|secretary|ministry|department|governor|chief|speaker|chancellor|commissioner|president|director|prince|princess|king|queen|duke|bank|court|house|board|institute|university|faculty|school|college|office|chamber|committee|council|federation|association|union|league|law|act|code|day|order|book)$/;
/** Words of a title in quotation marks, at most. */
const TITLE = 6;
/** Whether a token stands in a short quotation in which every word of substance has a capital: “Law of the Jungle”. */
function inTitle(tokens: readonly Token[], i: number): boolean {
  const bound = (step: -1 | 1) => {
    for (let k = i + step; k !== i + step * (TITLE + 1); k += step) {
      const token = tokens[k];
      if (!token || token.sentence !== tokens[i]!.sentence) return undefined;
      if (/^["“”«»„‘’]$/.test(token.text)) return k;
      if (token.kind !== 'word' || token.word.shape === 'lower' && !FUNCTION.has(token.word.folded) && !ARTICLES.has(token.word.folded) && token.text !== 'as' && token.text !== 'or') return undefined;
    }
    return undefined;
  };
  const [open, close] = [bound(-1), bound(1)];
  return open !== undefined && close !== undefined && open < i - 1;
}

/** Whether a token stands right after an opening quotation mark or among words that are all set as a title. */
function quoted(tokens: readonly Token[], i: number): boolean {
  let capitals = 0;
  for (let k = Math.max(0, i - 4); k <= Math.min(tokens.length - 1, i + 4); k++) {
    const t = tokens[k]!;
    if (k !== i && t.sentence === tokens[i]!.sentence && t.kind === 'word' && t.word.shape === 'capital' && t.word.english && !t.word.isName && k > 0 && tokens[k - 1]!.sentence === t.sentence) capitals++;
  }
  return capitals >= 3;
}
