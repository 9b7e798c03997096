import {DAYS, FUNCTION_WORDS, inCaseOf, MONTHS, PREPOSITIONS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {type Word, wordNote} from '../src/document/word.ts';
import {finite, soleVerb} from '../src/evidence/clause.ts';
import {FIRST_NAMES} from '../src/evidence/first-names.ts';
import {isLeader} from '../src/evidence/leaders.ts';
import {endsPhrase} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {readData} from '../src/lexicon/assets.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {Table} from '../src/lexicon/table.ts';
import {defineRule} from '../src/rule/rule.ts';

/** What a noun is beside a name. */
const ROLES = {
  /** An office, which English puts before the name of who holds it. */
  office: 'president premier minister chancellor governor mayor king queen prince princess emperor sultan emir pope cardinal bishop archbishop general colonel marshal admiral captain senator ambassador judge justice chairman chairwoman secretary',
  /** Somebody whom one says to be of a party, a body or a person. */
  worker: 'lawyer attorney barrister solicitor advocate journalist reporter spokesman spokeswoman spokesperson founder leader chief head coach director analyst economist expert professor activist politician lawmaker',
  /** What bears the name of who leads it, of what it is about or what it measures. */
  body: 'government cabinet administration executive junta regime dynasty clan faction fraction camp affair case scandal law decree doctrine era effect factor index spread vaccine amendment reform accord',
  /** What somebody has, which nobody calls “of” him. */
  belonging: 'diploma diplomas degree certificate certificates passport thesis dissertation transcript cv resume phone predecessor predecessors successor successors tweet tweets lawyer lawyers',
  kin: 'wife husband sister brother daughter son mother father',
  /** What is said with whose people or an apostrophe of a country. */
  national: 'opposition history interests people citizens constitution democracy economy culture politics sovereignty territory independence leadership population society laws nationals soldiers authorities parliament army media markets officials forces troops leaders diplomacy diplomats ministers lawmakers voters future stability growth exports debt influence position stance response reaction decision aggression allies enemies neighbors neighbours ambassador delegation',
  /** What is called by the place where it stands. */
  place: 'prison jail airport station stadium crossing dam refinery motorway highway hospital circuit summit forum festival agreement agreements accords massacre tunnel shipyard school',
} as const;
type Role = keyof typeof ROLES;

const roles = new Map<string, Role[]>();
for (const [role, words] of Object.entries(ROLES) as [Role, string][]) for (const word of words.split(' ')) roles.set(word, [...(roles.get(word) ?? []), role]);
const NONE: readonly Role[] = [];
const rolesOf = wordNote(({folded}): readonly Role[] => roles.get(folded) ?? NONE);

/** The first word of an office of two. */
const HALF = /^(?:prime|chief|foreign|vice|deputy|interior|finance|defence|defense|justice)$/;
/** What somebody else may be before a name: "a former Johnson minister". */
const SOMEBODYS = /^(?:minister|secretary|judge|general|ambassador|justice|captain)$/;
/** How one is who held an office: English puts it before "former". */
const FATE = /^(?:imprisoned|jailed|incarcerated|detained|ousted|deposed|exiled|convicted|disgraced|arrested|prisoned|dismissed|toppled|overthrown)$/;
/** Also how one is: “the former charismatic prime minister”. */
const MANNER = /^(?:charismatic|controversial|embattled|flamboyant|outspoken|beleaguered|legendary|influential|scandal-hit|autocratic|all-powerful)$/;
const LOCKED = /^(?:imprisoned|jailed|incarcerated|detained|exiled|ousted|deposed)$/;
const IMPRISONED = 'imprisoned';
/** What is said of an office that somebody holds or held. */
const TIME = /^(?:former|ex|current|outgoing|incumbent|late|then)$/;
/** Names that popes, kings and queens took, which stand behind what they are. */
const REGNAL = /^(?:francis|leo|benedict|charles|felipe|elizabeth|camilla)$/;
const REGAL = /^(?:pope|king|queen)$/;
const PARTICLE = /^(?:de|da|do|dos|del|della|di|van|von|der|den|bin|al|el|la|le|ibn|ben)$/;
const MAX_NAME = 4;
/** Titles that a name of a person may have before it. */
const TITLE = /^(?:president|minister|mr|mrs|ms|pope|king|queen|prince|general|marshal|dr|sheikh)$/;
const DEMONYMS = new Table('demonyms');
/** Of countries with a second name, and of what is none. */
const MORE_DEMONYMS = new Map([['turkey', 'Turkish'], ['britain', 'British'], ['england', 'English'], ['scotland', 'Scottish'], ['europe', 'European'], ['africa', 'African'], ['asia', 'Asian']]);
/** "Pakistani" for Pakistan; undefined for what is no country. */
const demonymOf = ({folded, entry}: Word): string | undefined => MORE_DEMONYMS.get(folded) ?? (entry.flags & Flag.Place && isCountry(folded) ? DEMONYMS.lines(folded)[0] : undefined);
let countries: ReadonlySet<string> | undefined;
function isCountry(name: string): boolean {
  countries ??= new Set(readData<string[]>('countries'));
  return countries.has(name);
}

const CHANGED = 'English puts the office before the name.';

export default defineRule({
  id: 'name-order',
  summary: 'A name and what it belongs to in the order of another language',
  why: `Where English says *the Meloni government*, *the PTI faction* and *Adiala prison*, the languages of engines have the name behind: \`the government Meloni\`, \`the faction PTI\`, \`the prison of Adiala\`. The countries of sentences that lost their apostrophes stand bare before their nouns (\`in Pakistan history\`). What engines learnt of the one order they apply to the other, so that an office comes behind its holder as well: \`former Imran Khan Prime Minister\`, \`the former jailed president\`; and what somebody has is hung up behind with *of*: \`the diploma of Jokowi\`.

Silent on appositions that English has too (\`the newspaper Le Monde\`), in quotations and in headings.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  needs: 0.3,
  reach: 'paragraph',
  kinds: {
    office: 'An office behind the name of who holds it',
    state: 'What became of somebody at the wrong place beside his office',
    body: 'A name behind what bears it',
    belonging: 'What somebody has, with “of” before his name',
    place: 'What is called by its place, with “of” before it',
    country: 'A country where its people or an apostrophe belongs',
    city: 'A city named without “of”',
  },
  examples: {
    bad: [
      {text: 'Yesterday the lawyers of former Joao Lourenço president met Francis Pope. They asked the minister of finance Belgian and the President of China Xi.', flagged: ['Joao Lourenço president', 'Francis Pope', 'minister of finance Belgian', 'the President of China Xi'], fixed: 'Yesterday the lawyers of former president Joao Lourenço met Pope Francis. They asked the Belgian minister of finance and Chinese President Xi.', mt: 'yes'},
      {text: 'Nobody saw the former prisoned president. The founder of ABC jailed asked for calm.', flagged: ['former prisoned', 'The founder of ABC jailed'], fixed: 'Nobody saw the imprisoned former president. The jailed founder of ABC asked for calm.', mt: 'yes'},
      {text: 'The former charismatic mayor spoke, and the former embattled PM listened.', flagged: ['former charismatic', 'former embattled'], fixed: 'The charismatic former mayor spoke, and the embattled former PM listened.', mt: 'yes'},
      {text: 'The government Meloni lost a vote, and two members of the faction ABC, both old, left.', flagged: ['government Meloni', 'faction ABC'], fixed: 'The Meloni government lost a vote, and two members of the ABC faction, both old, left.', mt: 'yes'},
      {text: 'Nothing like it was seen in Pakistan history, said the head of the Turkey opposition. Few trust the old Jokowi diploma, and she went to the primary school of Maple Grove.', flagged: ['Pakistan', 'Turkey', 'the old Jokowi diploma', 'the primary school of Maple Grove'], fixed: 'Nothing like it was seen in Pakistan\'s history, said the head of the Turkish opposition. Few trust Jokowi\'s old diploma, and she went to Maple Grove primary school.', mt: 'yes'},
      {text: 'Nobody has seen the old diploma of Jokowi. The support of the latter is weak.', flagged: ['the old diploma of Jokowi', 'The support of the latter'], fixed: 'Nobody has seen Jokowi\'s old diploma. The latter\'s support is weak.', mt: 'yes'},
      {text: 'Two people were hurt in the city Poltava, and the lake is near the town Brod in the north.', flagged: ['city Poltava', 'town Brod'], fixed: 'Two people were hurt in the city of Poltava, and the lake is near the town of Brod in the north.', mt: 'yes'},
      {text: 'He was held in the prison of Adiala. Then Imran Khan sister Noreen spoke, and the Macron wife listened.', flagged: ['the prison of Adiala', 'Khan', 'the Macron'], fixed: 'He was held in Adiala prison. Then Imran Khan\'s sister Noreen spoke, and Macron\'s wife listened.', mt: 'yes'},
      {text: 'She is a candidate for the ABC President of ABC. They freed the leader of the Ivan Petrov group in May. In court the Anna Berg lawyer said so.', flagged: ['ABC President of ABC', 'leader of the Ivan Petrov group', 'Anna Berg lawyer'], fixed: 'She is a candidate for the President of ABC. They freed the leader of the group, Ivan Petrov, in May. In court the lawyer Anna Berg said so.', mt: 'yes'},
    ],
    good: [
      'The latter left, and the former stayed.',
      {text: 'He works in the city Monday to Friday. In the village Anna met the people of the town Council.', mt: 'yes'},
      {text: 'Prime Minister Imran Khan and President Joe Biden met a former Johnson minister.', mt: 'yes'},
      {text: 'They read the law Parliament passed, and the case Trump brought. In case Trump wins, the index falls.', mt: 'yes'},
      {text: 'The death of Jokowi, the city of Lyon, the president of France and the University of Rome were named.', mt: 'yes'},
      {text: 'The Bank of Italy officials, South Africa soldiers and the EU-Turkey interests; in Pakistan people vote. Talks on Taiwan independence failed. The Roman army came. Estonia exports wood.', mt: 'yes'},
      {text: 'The latter left, and of the latter nothing is known. The jailed founder of PTI spoke. The founder of PTI jailed in May is ill.', mt: 'yes'},
      {text: 'The Wright brothers and the newspaper Le Monde are known. The summit of Everest is high.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens} = document;
    const quoted = quotedTokens(document);
    const apostrophe = () => (document.text.includes('’') ? '’' : "'");
    /** With an apostrophe and s; a name that has an s too many already, since its apostrophe was lost, keeps one. */
    const possessive = (name: string) => {
      const own = name.endsWith('s') && isLeader(name.slice(name.lastIndexOf(' ') + 1, -1).toLowerCase()) ? name.slice(0, -1) : name;
      return `${own}${apostrophe()}${own.endsWith('s') ? '' : 's'}`;
    };

    for (const token of document.ownTokens) {
      if (token.kind !== 'word') continue;
      const {folded} = token.word;
      if (folded === 'latter' && token.word.shape === 'lower') latter(token);
      if (folded === 'former') fate(token);
      if (folded === 'city' || folded === 'town' || folded === 'village') city(token);
      const is = rolesOf(token.word);
      if (is === NONE || is.includes('office') && behindName(token) || document.isTitle(token.sentence)) continue;
      for (const role of is) {
        if (role === 'office') {
          locked(token);
          ofCountry(token);
          twice(token);
          nationality(token);
        } else if (role === 'worker') {
          locked(token);
          worker(token);
          ofPerson(token);
        } else if (role === 'body') body(token);
        else if (role === 'belonging') belonging(token);
        else if (role === 'kin') kin(token);
        else if (role === 'national') national(token);
        else place(token);
      }
    }

    /** Whether a token has a capital that no day, month or people gives it. */
    function isNamed(t: Token): boolean {
      return t.kind === 'word' && t.text.length > 1 && (t.word.shape === 'capital' || t.word.shape === 'mixed') && !DAYS.has(t.word.base) && !MONTHS.has(t.word.base) && !(t.word.entry.flags & Flag.Proper && !(t.word.entry.flags & Flag.Person));
    }

    /** Whether a token may be a person's name by itself. */
    function mayBePerson(t: Token | undefined): boolean {
      if (!t || !isNamed(t)) return false;
      const {base, entry, english} = t.word;
      return FIRST_NAMES.has(base) || isLeader(base) || !english && !(entry.flags & (Flag.Place | Flag.Acronym)) || (entry.flags & Flag.Person) !== 0 && !(entry.flags & (Flag.Lower | Flag.Common));
    }

    /** The last token of a person's name that begins at `i`; -1 if none does. */
    function nameEnd(i: number): number {
      const first = tokens[i];
      if (!first || !mayBePerson(first) && !(isNamed(first) && first.word.entry.flags & Flag.Person)) return -1;
      let last = i;
      for (let k = i + 1; k < i + MAX_NAME; k++) {
        const t = tokens[k];
        if (t?.sentence !== first.sentence || !t.spaced || t.kind !== 'word') break;
        if (isNamed(t)) last = k;
        else if (!PARTICLE.test(t.word.folded)) break;
      }
      return last;
    }

    /** The first token of a person's name of two words or more that ends with `i`; -1 if none does. */
    function nameStart(i: number): number {
      const last = tokens[i];
      if (!last || !isNamed(last) || rolesOf(last.word) !== NONE || last.word.base !== last.word.folded) return -1;
      let first = -1;
      for (let k = i - 1; k > i - MAX_NAME; k--) {
        const t = tokens[k];
        if (t?.sentence !== last.sentence || !tokens[k + 1]!.spaced || t.kind !== 'word') break;
        if (isNamed(t) && t.word.base === t.word.folded) {
          if (FIRST_NAMES.has(t.word.base) || !t.word.english) first = k;
        } else if (!PARTICLE.test(t.text)) break;
      }
      return first;
    }

    /** "former Imran Khan Prime Minister", "of Francis Pope" */
    function behindName(office: Token): boolean {
      const {index, sentence} = office;
      const from = HALF.test(tokens[index - 1]?.word.folded ?? '') && tokens[index - 1]!.sentence === sentence ? index - 1 : index;
      const name = tokens[from - 1];
      const next = document.after(office);
      if (name?.sentence !== sentence || !tokens[from]!.spaced || quoted[index] || next && !next.spaced && next.kind !== 'punctuation' || next?.text === '-') return false;
      const raised = office.word.shape === 'capital' && tokens[from]!.word.shape === 'capital';
      if (raised && REGAL.test(office.word.folded) && REGNAL.test(name.word.folded) && name.word.shape === 'capital' && from === index) {
        const before = document.before(name);
        if (before?.kind !== 'word' || before.word.shape !== 'lower' || next?.word.shape === 'capital') return false;
        swap(name, office, index, 0.7);
        return true;
      }
      const first = nameStart(from - 1);
      if (first < 0) return false;
      const before = tokens[first - 1];
      const held = before?.sentence === sentence && TIME.test(before.word.folded) || before?.text === '-' && tokens[first - 2]?.word.folded === 'ex';
      if (next?.kind === 'word' && next.word.shape !== 'lower' && next.spaced || next?.word.folded === 'of') return false;
      if (held ? !raised && (SOMEBODYS.test(office.word.folded) && from === index || next?.kind === 'word' && !endsPhrase(next, sentence) && posOf(document, next) === 'NOUN') : !raised || !before || before.sentence !== sentence || before.kind !== 'word' || before.word.shape !== 'lower' || !/^(?:the|with|by|to|against|that|and|from|for)$/.test(before.word.folded)) return false;
      swap(tokens[first]!, office, from, held ? 0.85 : 0.6);
      return true;
    }

    /** Puts the office, which begins at token `from`, before the name. */
    function swap(first: Token, office: Token, from: number, confidence: number): void {
      report({kind: 'office', start: first.start, end: office.end, proposals: [`${document.slice(from, office.index)} ${document.slice(first.index, from - 1)}`], confidence, note: CHANGED});
    }

    /** "the former jailed president" */
    function fate(former: Token): void {
      const how = document.after(former);
      if (!how?.spaced || how.word.shape !== 'lower') return;
      const manner = MANNER.test(how.word.folded);
      if (!manner && !FATE.test(how.word.folded) || manner && /^an?$/.test(document.before(former)?.word.folded ?? '')) return;
      for (let k = how.index + 1; k < how.index + 4; k++) {
        const t = tokens[k];
        if (t?.kind !== 'word' || t.sentence !== former.sentence) return;
        if (t.text !== 'PM' && !rolesOf(t.word).some((role) => role === 'office' || role === 'worker')) continue;
        const put = how.word.folded === 'prisoned' ? IMPRISONED : how.text;
        report({kind: 'state', start: former.start, end: how.end, proposals: [inCaseOf(former.text, `${put} ${former.word.folded}`)], confidence: manner ? 0.6 : 0.7, note: manner ? 'English says first how he is, then what he was.' : 'English says first what became of him, then what he was.'});
        return;
      }
    }

    /** "The founder of PTI imprisoned asks" */
    function locked(office: Token): void {
      const the = document.before(office);
      if (document.after(office)?.word.folded !== 'of' || !the || !/^(?:the|an?|its|their)$/.test(the.word.folded)) return;
      let k = office.index + 2;
      if (tokens[k]?.word.folded === 'the') k++;
      const first = k;
      while (k < first + 3 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === office.sentence && /^(?:capital|upper|mixed)$/.test(tokens[k]!.word.shape)) k++;
      const how = tokens[k];
      if (k === first || how?.sentence !== office.sentence || !LOCKED.test(how.word.folded)) return;
      const next = document.after(how);
      const verb = next?.word.folded === 'also' ? document.after(next) : next;
      if (!finite(document, verb) || !next) return;
      report({kind: 'state', start: the.start, end: how.end, proposals: [`${the.text} ${how.text} ${document.slice(office.index, k - 1)}`], confidence: 0.8, note: 'English puts the participle before its noun.'});
    }

    /** "the President of the China Xi" */
    function ofCountry(office: Token): void {
      const of = document.after(office);
      if (of?.word.folded !== 'of') return;
      let country = document.after(of);
      if (country?.word.folded === 'the') country = document.after(country);
      const name = country && document.after(country);
      if (!name?.spaced || name.word.shape !== 'capital' || !(isLeader(name.word.folded) || name.text === 'Xi')) return;
      const next = document.after(name);
      const demonym = demonymOf(country!.word);
      if (!demonym || next?.word.shape === 'capital' && next.spaced) return;
      const from = HALF.test(tokens[office.index - 1]?.word.folded ?? '') ? office.index - 1 : office.index;
      const before = tokens[from - 1];
      const the = before?.sentence === office.sentence && before.word.folded === 'the';
      const title = document.slice(from, office.index).replace(/\b\p{Ll}/gu, (c) => c.toUpperCase());
      report({kind: 'office', start: the ? before.start : tokens[from]!.start, end: name.end, proposals: [`${demonym} ${title} ${name.text}`], confidence: 0.75, note: 'English puts office and country before the name.'});
    }

    /** "the Minister of Foreign Affairs Russian Sergei Lavrov" */
    function nationality(office: Token): void {
      if (!/^(?:minister|secretary)$/.test(office.word.folded) || document.after(office)?.word.folded !== 'of') return;
      let k = office.index + 2;
      while (k < office.index + 5 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === office.sentence && !(tokens[k]!.word.entry.flags & Flag.Proper && tokens[k]!.word.shape === 'capital')) k++;
      const people = tokens[k];
      if (k === office.index + 2 || people?.sentence !== office.sentence || !(people.word.entry.flags & Flag.Proper) || people.word.shape !== 'capital' || !/(?:[aei]an|ish|ese|ench|i|utch|reek|zech|wiss)$/.test(people.word.folded)) return;
      const next = document.after(people);
      if (next && !endsPhrase(next, office.sentence) && !finite(document, next) && !(mayBePerson(next) && next.spaced)) return;
      report({kind: 'office', start: office.start, end: people.end, proposals: [`${people.text} ${document.slice(office.index, k - 1)}`], confidence: 0.75, note: 'English puts the nationality before the office.'});
    }

    /** "a candidate for the PSI President of PSI" */
    function twice(office: Token): void {
      let before = document.before(office);
      if (before?.word.folded === 'the') before = document.before(before);
      const of = document.after(office);
      const body = of && document.after(of);
      if (before?.word.shape !== 'upper' || before.text.length < 2 || of?.word.folded !== 'of' || body?.text !== before.text || quoted[office.index]) return;
      report({kind: 'office', start: before.start, end: body.end, proposals: [document.slice(before.index + 1, body.index), `${before.text} ${office.text}`], confidence: 0.82, note: 'What somebody is head of is named once.'});
    }

    /** "the leader of the Abdullah Ocalan group" */
    function ofPerson(leader: Token): void {
      const of = document.after(leader);
      const the = of && document.after(of);
      const name = the && document.after(the);
      if (of?.word.folded !== 'of' || the?.word.folded !== 'the' || !name || !isNamed(name) || !FIRST_NAMES.has(name.word.base)) return;
      const last = nameEnd(name.index);
      const group = tokens[last + 1];
      if (last === name.index || group?.sentence !== leader.sentence || !/^(?:group|party|movement|organi[sz]ation|government|club|team|ministry|agency|council|union|parliament|federation|army|militia|delegation)$/.test(group.word.folded)) return;
      report({kind: 'office', start: leader.start, end: group.end, proposals: [`${document.slice(leader.index, the.index)} ${group.text}, ${document.slice(name.index, last)}${group.index === document.sentences[leader.sentence]!.last - 1 ? '' : ','}`], confidence: 0.5, note: 'The name is that of the head, not of what he leads.'});
    }

    /** "the Imran Khan lawyer said" */
    function worker(noun: Token): void {
      if (noun.word.shape !== 'lower' || quoted[noun.index] || !/^(?:lawyer|attorney|barrister|advocate|journalist|analyst|economist|professor|activist|politician|lawmaker)$/.test(noun.word.folded) || !finite(document, document.after(noun))) return;
      const first = nameStart(noun.index - 1);
      const the = tokens[first - 1];
      if (first < 0 || !noun.spaced || the?.word.folded !== 'the' || the.sentence !== noun.sentence || !FIRST_NAMES.has(tokens[first]!.word.base)) return;
      const name = document.slice(first, noun.index - 1);
      report({kind: 'office', start: tokens[first]!.start, end: noun.end, proposals: [`${noun.text} ${name}`, `${possessive(name)} ${noun.text}`], confidence: 0.5, note: 'English puts what somebody does before the name.'});
    }

    /** "the faction PSI", "the law Zan" */
    function body(noun: Token): void {
      const name = document.after(noun);
      const before = document.before(noun);
      if (noun.word.shape !== 'lower' || quoted[noun.index] || !name?.spaced || name.kind !== 'word' || !before || before.kind !== 'word') return;
      if (!/^(?:the|a|this|that|of|by|against|from|under|its|their|first|second|third|new|old|so-called|current)$/.test(before.word.folded)) return;
      // “in this case France”
      if (noun.word.folded === 'case' && before.word.folded !== 'the') return;
      const {shape, base, folded, entry} = name.word;
      const acronym = shape === 'upper' && name.text.length > 1;
      if (!acronym && shape !== 'capital' && shape !== 'mixed' || base !== folded || DAYS.has(base) || MONTHS.has(base) || entry.flags & Flag.Proper) return;
      if (!acronym && name.word.english && !entry.flags || !acronym && !mayBePerson(name)) return;
      const next = document.after(name);
      // “The law Parliament passed” is a clause behind its noun: only what opens a sentence is its subject.
      const {first} = document.sentences[noun.sentence]!;
      const subject = next && finite(document, next) && noun.index - first < 3 && soleVerb(document, next);
      if (next && !subject && (next.kind === 'word' ? !/^(?:in|at|on|for|with|from|to|after|before|during|against|by|which|who|that|or)$/.test(next.word.folded) || next.word.shape !== 'lower' : !/^[.,;:)!?]$/.test(next.text))) return;
      // "At the summit Biden, Xi and Putin met": an opening phrase ends before the name.
      if (noun.index - first < 3 && next?.text === ',') return;
      report({kind: 'body', start: noun.start, end: name.end, proposals: [`${name.text} ${noun.text}`], confidence: subject ? 0.5 : acronym ? 0.66 : 0.6, note: 'English puts the name before what bears it.'});
    }

    /** "in the city Poltava": Russian, German and Dutch have no preposition there. */
    function city(noun: Token): void {
      const the = document.before(noun);
      const before = the && document.before(the);
      const name = document.after(noun);
      if (noun.word.shape !== 'lower' || quoted[noun.index] || the?.word.folded !== 'the' || !PREPOSITIONS.has(before?.word.folded ?? '') || name?.kind !== 'word' || !name.spaced || name.word.shape !== 'capital' || name.word.base !== name.word.folded || DAYS.has(name.word.base) || MONTHS.has(name.word.base)) return;
      const next = document.after(name);
      // "in the town Rossi": who acts there, or a longer name
      if (next && (next.kind === 'word' ? !/^(?:in|on|and|near|at|where|which|to|was|after|during|were)$/.test(next.word.folded) : !/^[.,;)]$/.test(next.text)) || name.word.english && !(name.word.entry.flags & Flag.Place) || /^(?:Council|Hall|Center|Centre|Court|Police|Government|Mayor|Market|Square|Park|Board|Ground|Stadium|Airport|Department)$/.test(name.text)) return;
      if (next && /^(?:was|were)$/.test(next.word.folded)) return;
      report({kind: 'city', start: noun.start, end: name.end, proposals: [`${noun.text} of ${name.text}`], confidence: 0.62, note: 'English says “the city of” before its name.'});
    }

    /** "the support of the latter" */
    function latter(token: Token): void {
      const the = document.before(token);
      const of = the && document.before(the);
      const head = of && document.before(of);
      const article = head && document.before(head);
      if (the?.word.folded !== 'the' || of?.word.folded !== 'of' || head?.kind !== 'word' || head.word.shape !== 'lower' || article?.word.folded !== 'the' || !endsPhrase(document.after(token), token.sentence)) return;
      report({kind: 'belonging', start: article.start, end: token.end, proposals: [inCaseOf(article.text, `the latter${apostrophe()}s ${head.text}`)], confidence: 0.4, note: 'English says “the latter\'s” here.'});
    }

    /** "the diploma of Jokowi" */
    function belonging(noun: Token): void {
      const of = document.after(noun);
      if (noun.word.shape !== 'lower') return;
      if (of?.word.folded !== 'of') return beside(noun);
      let first = of.index + 1;
      while (first < of.index + 3 && (TITLE.test(tokens[first]?.word.folded ?? '') && /^(?:capital|lower)$/.test(tokens[first]!.word.shape) || tokens[first]?.text === '.')) first++;
      const last = nameEnd(first);
      const end = last < 0 ? undefined : tokens[last]!;
      if (!end || end.sentence !== noun.sentence || end.word.base !== end.word.folded) return;
      const next = document.after(end);
      if (next && (!endsPhrase(next, noun.sentence) && !finite(document, next) || /^(?:and|or|of|who|[([-])$/.test(next.text))) return;
      let k = noun.index - 1;
      while (k > noun.index - 3 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === noun.sentence && posOf(document, tokens[k]!) === 'ADJ') k--;
      const the = tokens[k];
      if (the?.word.folded !== 'the' || the.sentence !== noun.sentence) return;
      report({kind: 'belonging', start: the.start, end: end.end, proposals: [`${possessive(document.slice(of.index + 1, last))} ${document.slice(k + 1, noun.index)}`], confidence: /^(?:lawyers?|phone|successors?)$/.test(noun.word.folded) ? 0.4 : 0.6, note: 'English puts whose it is before it.'});
    }

    /** "the false Jokowi diploma", "the diploma Jokowi" */
    function beside(noun: Token): void {
      const before = document.before(noun);
      const after = document.after(noun);
      if (!/^(?:diplomas?|certificates?|thesis|dissertation|passport|transcript|cv|resume)$/.test(noun.word.folded)) return;
      if (before && mayBePerson(before) && before.word.base === before.word.folded && noun.spaced) {
        const how = document.before(before);
        const the = how && document.before(how);
        if (how?.kind !== 'word' && how?.kind !== 'mixed' || how.word.folded === 'the' || !/^(?:the|this)$/.test(the?.word.folded ?? '') || how.kind === 'word' && how.word.shape !== 'lower' || FUNCTION_WORDS.has(how.word.folded)) return;
        report({kind: 'belonging', start: the!.start, end: noun.end, proposals: [inCaseOf(the!.text, `${possessive(before.text)} ${how.text} ${noun.text}`)], confidence: 0.55, note: 'English puts whose it is first.'});
      } else if (after && mayBePerson(after) && after.spaced && after.word.base === after.word.folded && before && /^(?:the|a|false|fake|original)$/.test(before.word.folded)) {
        const last = nameEnd(after.index);
        const next = tokens[last + 1];
        if (last < 0 || next?.sentence === noun.sentence && !endsPhrase(next, noun.sentence)) return;
        const the = /^(?:the|a)$/.test(before.word.folded) ? before : noun;
        report({kind: 'belonging', start: the.start, end: tokens[last]!.end, proposals: [inCaseOf(the.text, `${possessive(document.slice(after.index, last))} ${noun.text}`)], confidence: 0.55, note: 'English puts whose it is first.'});
      }
    }

    /** "Imran Khan sister Aleema" */
    function kin(noun: Token): void {
      if (noun.word.shape !== 'lower' || quoted[noun.index] || !noun.spaced) return;
      const name = document.before(noun);
      if (!name || !mayBePerson(name) && !isNamed(name) || name.word.base !== name.word.folded || /s$/.test(name.text)) return;
      const first = nameStart(name.index);
      const before = tokens[(first < 0 ? name.index : first) - 1];
      if (first < 0 && !(before?.word.folded === 'the' && before.sentence === noun.sentence)) return;
      const next = document.after(noun);
      // "Imran Khan father of two"
      if (next?.word.folded === 'of' || next?.text === '-' || next?.text === "'") return;
      const the = before?.word.folded === 'the' && before.sentence === noun.sentence ? before : undefined;
      const from = first < 0 ? name.index : first;
      report({kind: 'belonging', start: (the ?? name).start, end: name.end, proposals: [the ? inCaseOf(the.text, possessive(document.slice(from, name.index))) : possessive(name.text)], confidence: 0.55, note: 'Whose he or she is stands with an apostrophe and s.'});
    }

    /** "in Pakistan history", "the Turkey opposition" */
    function national(noun: Token): void {
      const country = document.before(noun);
      if (noun.word.shape !== 'lower' || !noun.spaced || country?.word.shape !== 'capital' || country.word.base !== country.word.folded || country.word.entry.flags & Flag.Proper) return;
      const demonym = demonymOf(country.word);
      const before = document.before(country);
      // “Estonia exports wood”: a country that opens a sentence may be its subject.
      if (!demonym || demonym === country.text || before?.kind !== 'word' || before.word.shape !== 'lower' || /^(?:of|and)$/.test(before.word.folded) && tokens[before.index - 1]?.word.shape === 'capital') return;
      // "Taiwan independence" is a term, and “in Pakistan people vote” is sound.
      const next = document.after(noun);
      if (country.text === 'Taiwan' || posOf(document, noun) !== 'NOUN' || PREPOSITIONS.has(before.word.folded) && !endsPhrase(next, noun.sentence)) return;
      const own = possessive(country.text);
      const the = /^(?:the|a|an|this|two|many|some|several|former|top|senior|main)$/.test(before.word.folded);
      const persons = the || /^(?:people|citizens|soldiers|nationals|authorities|army|media|officials|forces|troops|leaders|diplomats|ministers|lawmakers|voters|markets|ambassador|delegation|opposition)$/.test(noun.word.folded);
      report({kind: 'country', start: country.start, end: country.end, proposals: persons ? [demonym, own] : [own, demonym], confidence: 0.6, note: 'English says whose it is with an apostrophe or the name of the people.'});
    }

    /** "the prison of Adiala" */
    function place(noun: Token): void {
      const of = document.after(noun);
      const kind = noun.word.folded === 'school' ? document.before(noun) : undefined;
      const the = document.before(kind ?? noun);
      if (noun.word.shape !== 'lower' || of?.word.folded !== 'of' || the?.word.folded !== 'the' || noun.word.folded === 'school' && !/^(?:secondary|primary|high|elementary|middle)$/.test(kind?.word.folded ?? '')) return;
      let last = of.index;
      while (last < of.index + 3 && tokens[last + 1]?.kind === 'word' && tokens[last + 1]!.sentence === noun.sentence && /^(?:capital|mixed)$/.test(tokens[last + 1]!.word.shape)) last++;
      const end = tokens[last]!;
      if (last === of.index || end.word.base !== end.word.folded || DAYS.has(end.word.base) || MONTHS.has(end.word.base)) return;
      const next = document.after(end);
      if (next && (!endsPhrase(next, noun.sentence) && !finite(document, next) || /^(?:and|or|of)$/.test(next.text) || /^[-'’([]$/.test(next.text))) return;
      const name = document.slice(of.index + 1, last);
      if (/^(?:the|mount|everest|k2)/i.test(name) || noun.word.folded === 'summit' && !(end.word.entry.flags & Flag.Place)) return;
      const bare = /^(?:prison|jail|airport|station|hospital|stadium|school)$/.test(noun.word.folded);
      const put = `${name} ${kind ? `${kind.text} ` : ''}${noun.text}`;
      report({kind: 'place', start: the.start, end: end.end, proposals: bare ? [inCaseOf(the.text, put), `${the.text} ${put}`] : [`${the.text} ${put}`], confidence: 0.45, note: 'English puts the name of the place first.'});
    }
  },
});
