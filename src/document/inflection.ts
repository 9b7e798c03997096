/** Inflection of English words, both ways: the forms of a lemma, and which of them a text has. */
import {pluralOf} from './english.ts';

/** base: plan; s: plans (plural or third person); past: planned; participle: planned, gone; ing: planning. */
export type Form = 'base' | 's' | 'past' | 'participle' | 'ing';
export type Forms = Readonly<Record<Form, readonly string[]>>;

/** base past participle; alternatives behind a slash. */
const IRREGULAR = new Map(
  `be was/were been|have had had|do did done|go went gone|say said said|get got got/gotten|make made made|know knew known|think thought thought|take took taken|see saw seen|come came come|give gave given|find found found|tell told told|become became become|leave left left|feel felt felt|put put put|bring brought brought|begin began begun|keep kept kept|hold held held|write wrote written|stand stood stood|hear heard heard|let let let|mean meant meant|set set set|meet met met|run ran run|pay paid paid|sit sat sat|speak spoke spoken|lie lay lain|lead led led|read read read|grow grew grown|lose lost lost|fall fell fallen|send sent sent|build built built|understand understood understood|draw drew drawn|break broke broken|spend spent spent|cut cut cut|rise rose risen|drive drove driven|buy bought bought|wear wore worn|choose chose chosen|seek sought sought|throw threw thrown|catch caught caught|deal dealt dealt|win won won|forget forgot forgotten|lay laid laid|sell sold sold|fight fought fought|teach taught taught|eat ate eaten|sing sang sung|strike struck struck|hang hung hung|shake shook shaken|ride rode ridden|feed fed fed|shoot shot shot|drink drank drunk|hit hit hit|arise arose arisen|fly flew flown|spread spread spread|sleep slept slept|cast cast cast|swear swore sworn|beat beat beaten|bear bore borne|shut shut shut|freeze froze frozen|hide hid hidden|sink sank sunk|tear tore torn|undergo underwent undergone|undertake undertook undertaken|overcome overcame overcome|withdraw withdrew withdrawn|step stepped stepped|steal stole stolen|bet bet bet|flee fled fled|sweep swept swept|split split split|quit quit quit|cost cost cost|hurt hurt hurt|light lit lit|show showed shown|lend lent lent|uphold upheld upheld|foresee foresaw foreseen|blow blew blown|burst burst burst|dig dug dug|cling clung clung|stick stuck stuck|swing swung swung|swim swam swum|wake woke woken`
    .split('|').map((line) => line.split(' ')).map(([base = '', past = '', participle = '']) => [base, [past.split('/'), participle.split('/')]] as const),
);
const THIRD = new Map([['be', ['is', 'are', 'am']], ['have', ['has']], ['do', ['does']], ['go', ['goes']]]);
const GERUND = new Map([['be', 'being'], ['lie', 'lying'], ['die', 'dying'], ['tie', 'tying'], ['see', 'seeing'], ['agree', 'agreeing'], ['flee', 'fleeing'], ['guarantee', 'guaranteeing'], ['foresee', 'foreseeing']]);
/** Of several syllables, and yet their last letter doubles. */
const DOUBLES = new Set('admit commit permit submit omit refer prefer transfer defer infer confer occur incur recur control patrol compel expel propel regret forget begin cancel travel label model signal equip kidnap program rebel'.split(' '));

function stemOf(verb: string): string {
  if (DOUBLES.has(verb) || (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) && verb.length > 2) || /^[^aeiou]*qu[aeiou][^aeiouwxy]$/.test(verb)) return verb + verb.at(-1);
  return verb;
}

const memo = new Map<string, Forms>();

/** The forms of a lemma, as a verb and as a noun: nobody has to say which it is. Every list has at least one form, the usual one first. */
export function formsOf(lemma: string): Forms {
  let forms = memo.get(lemma);
  if (!forms) {
    const irregular = IRREGULAR.get(lemma);
    const past = /e$/.test(lemma) ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stemOf(lemma)}ed`;
    const ing = GERUND.get(lemma) ?? `${/[^eoy]e$/.test(lemma) ? lemma.slice(0, -1) : stemOf(lemma)}ing`;
    forms = {base: [lemma], s: THIRD.get(lemma) ?? [/o$/.test(lemma) && /^(?:veto|echo|hero)$/.test(lemma) ? `${lemma}es` : pluralOf(lemma)], past: irregular?.[0] ?? [past], participle: irregular?.[1] ?? [past], ing: [ing]};
    memo.set(lemma, forms);
  }
  return forms;
}
