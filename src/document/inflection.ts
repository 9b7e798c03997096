/** Forms of English words: what a form is a form of, and the same form of another word. */
import {Recent} from '../lexicon/recent.ts';
import {pluralOf} from './english.ts';

/** base: as in a dictionary; plural; third: "takes"; past: "took"; participle: "taken"; ing: "taking". */
export type Form = 'base' | 'plural' | 'third' | 'past' | 'participle' | 'ing';

export interface Lemma {
  readonly lemma: string;
  readonly forms: readonly Form[];
}

/** Verb, past, participle where it differs from the past. */
const IRREGULAR = 'arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcast|build built|burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forsake forsook forsaken|freeze froze frozen|get got|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken|outdo outdid outdone|overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid|prove proved proven|put put|quit quit|read read|rebuild rebuilt|rewrite rewrote rewritten|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spill spilled|spin spun|split split|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck|strive strove striven|swear swore sworn|sweep swept|swell swelled swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written';
/** Irregular verbs: past and participle by the base form. */
export const IRREGULAR_VERBS: ReadonlyMap<string, readonly [past: string, participle: string]> = new Map(IRREGULAR.split('|').map((row) => {
  const [base = '', second = '', third = second] = row.split(' ');
  return [base, [second, third]];
}));
const bases = new Map<string, Lemma[]>();
for (const [base, [second, third]] of IRREGULAR_VERBS) {
  for (const [form, kinds] of second === third ? ([[second, ['past', 'participle']]] as const) : ([[second, ['past']], [third, ['participle']]] as const)) {
    if (form !== base) bases.set(form, [...(bases.get(form) ?? []), {lemma: base, forms: kinds}]);
  }
}
const NOUNS: Readonly<Record<string, string>> = {men: 'man', women: 'woman', children: 'child', people: 'person', feet: 'foot', teeth: 'tooth', mice: 'mouse', wives: 'wife', lives: 'life', knives: 'knife', halves: 'half', shelves: 'shelf', leaves: 'leaf', thieves: 'thief', loaves: 'loaf', criteria: 'criterion', phenomena: 'phenomenon', analyses: 'analysis', crises: 'crisis', wolves: 'wolf', selves: 'self', bases: 'basis'};

/** What a form in lower case may be a form of, itself as the base form first. Lemmas need not exist: look them up. */
export function lemmasOf(form: string): Lemma[] {
  const found: Lemma[] = [{lemma: form, forms: ['base']}, ...(bases.get(form) ?? [])];
  const noun = (Object.hasOwn(NOUNS, form) ? NOUNS[form] : undefined) ?? (form.length > 5 && form.endsWith('men') ? `${form.slice(0, -3)}man` : undefined);
  if (noun) found.push({lemma: noun, forms: ['plural']});
  const add = (lemma: string, forms: readonly Form[]) => {
    if (lemma.length > 1) found.push({lemma, forms});
  };
  const both: readonly Form[] = ['plural', 'third'];
  if (form.endsWith('s') && !form.endsWith('ss') && form.length > 2) {
    add(form.slice(0, -1), both);
    if (form.endsWith('es')) add(form.slice(0, -2), both);
    if (form.endsWith('ies')) add(`${form.slice(0, -3)}y`, both);
  } else {
    for (const [ending, forms] of [['ed', ['past', 'participle']], ['ing', ['ing']]] as const) {
      if (!form.endsWith(ending) || form.length < ending.length + 2) continue;
      const stem = form.slice(0, -ending.length);
      add(stem, forms);
      add(`${stem}e`, forms);
      if (ending === 'ed' && stem.endsWith('i')) add(`${stem.slice(0, -1)}y`, forms);
      if (/([bdgklmnprtvz])\1$/.test(stem)) add(stem.slice(0, -1), forms);
    }
  }
  return found;
}

const DOUBLED = /^(?:[^aeiou]*|be|ad|re|o|pre|com|per|al|e|for|oc|trans|out)(?:[^aeiou]|qu)[aeiou][bdgmnprt]$/;

function verbForm(verb: string, form: Form): string {
  if (verb === 'be') return form === 'ing' ? 'being' : form === 'participle' ? 'been' : form === 'third' ? 'is' : form === 'past' ? 'was' : 'be';
  if (verb === 'have' && form === 'third') return 'has';
  const irregular = IRREGULAR_VERBS.get(verb);
  if (irregular && form === 'past') return irregular[0];
  if (irregular && form === 'participle') return irregular[1];
  if (form === 'third') return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
  const ending = form === 'ing' ? 'ing' : 'ed';
  if (form === 'ing' && verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !(form === 'ing' && /(?:ee|oe|ye)$/.test(verb))) return form === 'ing' ? `${verb.slice(0, -1)}ing` : `${verb}d`;
  if (form !== 'ing' && /[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  if (/^(?:[^aeiou]*[aeiou][bdgmnprt]|.{1,4}(?:mit|fer|cur|pel|trol|plan|drop|stop))$/.test(verb) && (DOUBLED.test(verb) || /(?:mit|fer|cur|pel|trol)$/.test(verb)) && !/(?:offer|suffer|differ|enter|open|happen|visit)$/.test(verb)) return `${verb}${verb.at(-1)}${ending}`;
  return verb + ending;
}

/** A form of a word or expression: of a noun's head ("head of state", "prison term"), of a verb's first word ("call on"). */
export function formOf(text: string, form: Form): string {
  if (form === 'base') return text;
  if (form === 'plural') {
    const head = /^(.+?)( (?:of|for|in|to|at|on|from|by|with) .+)$/.exec(text);
    return head ? pluralOf(head[1]!) + head[2]! : pluralOf(text);
  }
  const space = text.indexOf(' ');
  return space < 0 ? verbForm(text, form) : verbForm(text.slice(0, space), form) + text.slice(space);
}

/** A key that forms of one word share, mostly; for comparing, not for print. */
export function stemOf(word: string): string {
  const base = bases.get(word)?.[0]?.lemma ?? (Object.hasOwn(NOUNS, word) ? NOUNS[word] : undefined) ?? word;
  if (base.length < 4) return base;
  let stem = base.replace(/(?:ies|ied)$/, 'y').replace(/(?:(?<=s|x|z|ch|sh)es|(?<!s|u|i)s)$/, '');
  if (stem.length > 5) stem = stem.replace(/(?<=.{3})(?:ing|ed)$/, '').replace(/([bdgmnprt])\1$/, '$1');
  return stem.length > 3 ? stem.replace(/e$/, '') : stem;
}

/** The forms that a phrase distinguishes: s is the plural and the third person. */
export type Inflection = 'base' | 's' | 'past' | 'participle' | 'ing';
export type Forms = Readonly<Record<Inflection, readonly string[]>>;

const memo = new Recent<Forms>(5000);

/** The forms of a lemma, as a verb and as a noun: nobody has to say which it is. Every list has at least one form, the usual one first. */
export function formsOf(lemma: string): Forms {
  let forms = memo.get(lemma);
  if (!forms) {
    const be = lemma === 'be';
    forms = {
      base: [lemma], s: be ? ['is', 'are', 'am'] : lemma === 'have' || /o$/.test(lemma) ? [...new Set([verbForm(lemma, 'third'), pluralOf(lemma)])] : [pluralOf(lemma)],
      past: be ? ['was', 'were'] : [verbForm(lemma, 'past')], participle: [verbForm(lemma, 'participle')], ing: [verbForm(lemma, 'ing')],
    };
    memo.set(lemma, forms);
  }
  return forms;
}
