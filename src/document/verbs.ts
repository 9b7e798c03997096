/** Inflection of English verbs. */
import {isEnglish, lookup, pairCount} from '../lexicon/lexicon.ts';

/** base past participle; the participle is left out where it equals the past, "=" means all three are the same. */
const IRREGULAR = 'arise arose arisen,awake awoke awoken,bear bore borne,beat beat beaten,become became become,begin began begun,bend bent,bet =,bind bound,bite bit bitten,bleed bled,blow blew blown,break broke broken,breed bred,bring brought,broadcast =,build built,burst =,buy bought,cast =,catch caught,choose chose chosen,cling clung,come came come,cost =,creep crept,cut =,deal dealt,dig dug,do did done,draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,feed fed,feel felt,fight fought,find found,flee fled,fly flew flown,forbid forbade forbidden,forecast =,foresee foresaw foreseen,forget forgot forgotten,forgive forgave forgiven,freeze froze frozen,get got,give gave given,go went gone,grind ground,grow grew grown,hang hung,have had,hear heard,hide hid hidden,hit =,hold held,hurt =,keep kept,kneel knelt,know knew known,lay laid,lead led,leave left,lend lent,let =,lie lay lain,lose lost,make made,mean meant,meet met,mistake mistook mistaken,outdo outdid outdone,overcome overcame overcome,overtake overtook overtaken,overthrow overthrew overthrown,pay paid,prove proved,put =,quit =,read =,ride rode ridden,ring rang rung,rise rose risen,run ran run,say said,see saw seen,seek sought,sell sold,send sent,set =,shake shook shaken,shed =,shine shone,shoot shot,show showed shown,shrink shrank shrunk,shut =,sing sang sung,sink sank sunk,sit sat,sleep slept,slide slid,speak spoke spoken,spend spent,spin spun,split =,spread =,spring sprang sprung,stand stood,steal stole stolen,stick stuck,sting stung,strike struck,strive strove striven,swear swore sworn,sweep swept,swim swam swum,swing swung,take took taken,teach taught,tear tore torn,tell told,think thought,throw threw thrown,understand understood,undergo underwent undergone,undertake undertook undertaken,undo undid undone,uphold upheld,wake woke woken,wear wore worn,weep wept,win won,withdraw withdrew withdrawn,withhold withheld,withstand withstood,write wrote written';

const past = new Map<string, string>();
const participle = new Map<string, string>();
const fromPast = new Map<string, string>();
const fromParticiple = new Map<string, string>();
for (const entry of IRREGULAR.split(',')) {
  const [base = '', second = base, third] = entry.split(' ');
  const p = second === '=' ? base : second;
  past.set(base, p);
  participle.set(base, third ?? p);
  fromPast.set(p, base);
  fromParticiple.set(third ?? p, base);
}
/** Verbs of more than one syllable that double their last letter. */
const DOUBLES = new Set('admit permit commit submit omit emit refer prefer defer infer occur recur incur begin forget regret control patrol equip rebel compel expel propel transfer confer deter upset outrun'.split(' '));

const doubles = (base: string) => DOUBLES.has(base) || (base.length <= 5 && /^[^aeiou]*(?:[aeiou]|qui)[bdgklmnprtz]$/.test(base));

/** "sign" gives "signed", "take" "took". */
export function pastOf(base: string): string {
  const known = past.get(base);
  if (known) return known;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  if (base.endsWith('e')) return `${base}d`;
  return doubles(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

/** "sign" gives "signed", "take" "taken". */
export function participleOf(base: string): string {
  return participle.get(base) ?? pastOf(base);
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
  if (past.has(word) || word === 'be') return true;
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
  return best(c.filter((base) => ingOf(base) === form));
}

function regular(form: string): string | undefined {
  if (!/^[a-z]{2,16}ed$/.test(form)) return undefined;
  const stem = form.slice(0, -2);
  const c = [stem, `${stem}e`];
  if (/(.)\1$/.test(stem)) c.push(stem.slice(0, -1));
  if (stem.endsWith('i')) c.push(`${stem.slice(0, -1)}y`);
  return best(c.filter((base) => !past.has(base) && pastOf(base) === form));
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
