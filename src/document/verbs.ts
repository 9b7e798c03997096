/** Inflection of English verbs. */
import {isEnglish, lookup, pairCount} from '../lexicon/lexicon.ts';
import {IRREGULAR_VERBS} from './inflection.ts';

const fromPast = new Map<string, string>();
const fromParticiple = new Map<string, string>();
for (const [base, [past, participle]] of IRREGULAR_VERBS) {
  fromPast.set(past, base);
  fromParticiple.set(participle, base);
}
/** Verbs of more than one syllable that double their last letter. */
const DOUBLES = new Set('admit permit commit submit transmit remit dispel repel excel abet acquit allot concur rebut overrun omit emit refer prefer defer infer occur recur incur begin forget regret control patrol equip rebel compel expel propel transfer confer deter upset outrun'.split(' '));

const doubles = (base: string) => DOUBLES.has(base) || (base.length <= 5 && /^[^aeiou]*(?:[aeiou]|qui)[bdgklmnprtz]$/.test(base));

/** "sign" gives "signed", "take" "took". */
export function pastOf(base: string): string {
  const known = IRREGULAR_VERBS.get(base);
  if (known) return known[0];
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  if (base.endsWith('e')) return `${base}d`;
  return doubles(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

/** "sign" gives "signed", "take" "taken". */
export function participleOf(base: string): string {
  return IRREGULAR_VERBS.get(base)?.[1] ?? pastOf(base);
}

/** "sign" gives "signing", "take" "taking". */
export function ingOf(base: string): string {
  if (base === 'be') return 'being';
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  if (base.endsWith('ic')) return `${base}king`;
  return doubles(base) ? `${base}${base.at(-1)}ing` : `${base}ing`;
}

/** "sign" gives "signs", "do" "does". */
export function thirdOf(base: string): string {
  if (base === 'be') return 'is';
  if (base === 'have') return 'has';
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^o]o)$/.test(base) ? `${base}es` : `${base}s`;
}

/** All forms of a verb. */
export function formsOf(base: string): string[] {
  return [...new Set([base, thirdOf(base), pastOf(base), participleOf(base), ingOf(base)])];
}

/** Common words that stand behind "to" without being verbs. */
const NO_VERBS = new Set('the a an this that these those his her its their my your our me him them us it you him all any some each both either school work bed town church court college university prison jail hospital market war peace power death life date news north south east west today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday one two three four five six seven eight nine ten what which who whom whose where when why how whether and or but not never only more most less least such many much few other another same people someone anyone everyone something anything everything nothing children women men home others'.split(' '));

/** Whether a form in lower case may be an infinitive, by how often it follows "to". */
export function isInfinitive(word: string): boolean {
  if (IRREGULAR_VERBS.has(word) || word === 'be') return true;
  if (NO_VERBS.has(word) || !isEnglish(word) || !/^[a-z]{2,16}$/.test(word) || (/(?:ing|ness|tion|ment|ly)$/.test(word) && !/^(?:comment|implement|complement|document|experiment|lament|augment|mention|question|function|position|bring|ring|sing|rely|apply|supply|reply|comply|imply|multiply|bully|rally|tally|ally|fly)$/.test(word))) return false;
  return pairCount('to', word) > 0 && isEnglish(ingOf(word)) && lookup(ingOf(word)).frequency > 60;
}

function best(candidates: readonly string[]): string | undefined {
  let found: string | undefined;
  let score = 0;
  for (const c of candidates) {
    if (!isEnglish(c) || (NO_VERBS.has(c) && c !== 'work')) continue;
    const s = pairCount('to', c) * 2 + lookup(c).frequency / 4;
    if (pairCount('to', c) > 0 && s > score) {
      score = s;
      found = c;
    }
  }
  return found;
}

/** The verb of which a form is the -ing form, if it can be one. */
export function baseOfIng(form: string): string | undefined {
  if (!/^[a-z]{2,16}ing$/.test(form)) return undefined;
  const stem = form.slice(0, -3);
  const c = [stem, `${stem}e`];
  if (/(.)\1$/.test(stem)) c.push(stem.slice(0, -1));
  if (stem.endsWith('y')) c.push(`${stem.slice(0, -1)}ie`);
  return best(c.filter((base) => ingOf(base) === form || /[aeiou]l$/.test(base) && form === `${base}ling`));
}

function regular(form: string): string | undefined {
  if (!/^[a-z]{2,16}ed$/.test(form)) return undefined;
  const stem = form.slice(0, -2);
  const c = [stem, `${stem}e`];
  if (/(.)\1$/.test(stem)) c.push(stem.slice(0, -1));
  if (stem.endsWith('i')) c.push(`${stem.slice(0, -1)}y`);
  return best(c.filter((base) => !IRREGULAR_VERBS.has(base) && (pastOf(base) === form || /[aeiou]l$/.test(base) && form === `${base}led`)));
}

/** The verb of which a form is the simple past. */
export function baseOfPast(form: string): string | undefined {
  return fromPast.get(form) ?? regular(form);
}

/** The verb of which a form is the past participle. */
export function baseOfParticiple(form: string): string | undefined {
  return fromParticiple.get(form) ?? regular(form);
}

/** The verb of which a form is the third person singular: "sells" gives "sell". Plural nouns answer as well. */
export function baseOfThird(form: string): string | undefined {
  if (form === 'is') return 'be';
  if (form === 'has') return 'have';
  if (!/^[a-z]{2,16}s$/.test(form) || form.endsWith('ss')) return undefined;
  const c = [form.slice(0, -1)];
  if (form.endsWith('es')) c.push(form.slice(0, -2));
  if (form.endsWith('ies')) c.push(`${form.slice(0, -3)}y`);
  return best(c.filter((base) => thirdOf(base) === form));
}
