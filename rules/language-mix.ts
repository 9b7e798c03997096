import * as v from 'valibot';
import type {Document} from '../src/document/document.ts';
import {FUNCTION_WORDS} from '../src/document/english.ts';
import {LANGUAGE_NAMES} from '../src/evidence/explain/foreign.ts';
import {type ForeignRun, foreignRuns} from '../src/evidence/foreign-run.ts';
import {inLoan} from '../src/evidence/loans.ts';
import {expressionAt, renderingsOf} from '../src/evidence/residue.ts';
import {sourceLanguageOf} from '../src/evidence/source-language.ts';
import {wholeLanguage} from '../src/evidence/whole-language.ts';
import {languageList} from '../src/rule/options.ts';
import {defineRule} from '../src/rule/rule.ts';

const OPENING = /^[“"«„‘‹《「([]$/;
const CLOSING = /^[”"»“’›》」)\]]$/;
const ANNOUNCE = /^(?:called|named|dubbed|titled|entitled|word|words|term|phrase|expression|slogan|hashtag|motto|proverb|saying|song|chant|chanting|chanted|shouting|shouted|shout|sang|sing|singing|meaning|means|album|film|movie|book|novel|magazine|newspaper)$/;

/** Who says it: formulas of attribution in front of a name, by language, with the English verb if they have one. */
const ARTICLE = "(?:el|la|los|las|le|les|l'|il|lo|gli|i|o|a|os|as|der|die|das|dem|den|de|het)?\\s?";
const ACCORDING: Record<string, string> = {
  es: 'según (?:(?:ha )?(?:inform|dij|señal|explic|indic|afirm|anunci|confirm|public|report)\\p{L}+ )?', pt: 'segundo (?:(?:inform|diss|afirm|explic|divulg)\\p{L}+ )?', fr: "(?:selon|d'après) ", it: 'secondo (?:quanto (?:riferito|riportato|dichiarato) (?:da|dal|dalla) )?|stando a(?:l|lla)? ', de: 'laut |nach angaben (?:von|der|des) ', nl: 'volgens |aldus ', pl: 'według |jak (?:poinformowa|poda)\\p{L}+ ', ca: 'segons (?:ha (?:informat|explicat|dit) )?', ro: 'potrivit |conform ', sv: 'enligt ', da: 'ifølge ', no: 'ifølge ',
};
const SAID: Record<string, string> = {
  es: '(?:dijo|informó|señaló|afirmó|explicó|aseguró|añadió|indicó|declaró|anunció|confirmó) ', pt: '(?:disse|afirmou|informou|explicou|acrescentou|declarou|anunciou) ', fr: 'a (?:déclaré|dit|indiqué|annoncé|expliqué|affirmé|précisé|ajouté|confirmé) ', it: 'ha (?:detto|dichiarato|spiegato|aggiunto|affermato|annunciato|riferito) ',
  de: '(?:sagte|erklärte|berichtete|betonte|so) ', nl: '(?:zei|zegt|meldde|meldt|aldus) ', pl: '(?:powiedzia|poinformowa|przekaza|doda|oświadczy)ła? ',
};
const NAME = /^\p{Lu}[\p{L}.'’-]*(?: (?:de |da |do |von |van |di )?\p{Lu}[\p{L}.'’-]*){0,4}$/u;
/** What has its name before it in English: "the Lusa agency". */
const ORGANISATION = /(?:agency|newspaper|daily|magazine|company|firm|channel|broadcaster|foundation|institute|website|party|union|group)$/;
const SHE_SAID = /^a-t-(il|elle) (ajouté|déclaré|affirmé|expliqué|indiqué|précisé|conclu|estimé|souligné|dit|insisté|assuré)$/;
const VERBS: Record<string, string> = {ajouté: 'added', expliqué: 'explained', conclu: 'concluded', souligné: 'stressed', insisté: 'insisted'};

export default defineRule({
  id: 'language-mix',
  summary: 'A clause or sentence that is still in another language',
  why: `Engines drop out of translating in mid-text, often at an attribution: \`« Nous ne lâcherons rien », a-t-elle ajouté.\`, \`…, según informó la Conmebol.\` Three words or more of one language are reported as one stretch; a text without any English is one finding, and no other rule is run over it. There is a proposal only for formulas such as \`selon\` with a name: translating the rest needs a translator.

Silent on names of institutions, titles, expressions that English has borrowed, and what stands in quotation marks or brackets by itself as a short quotation of the original.`,
  category: 'language-mix',
  tier: 'suggest',
  severity: 'error',
  since: '0.1.0',
  evidence: 0.9,
  reach: 'paragraph',
  options: v.object({
    allowLanguages: languageList('Languages in which clauses may stand, by their codes.'),
    minWords: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.description('How many words a clause must have.')), 1),
  }),
  examples: {
    bad: [
      {text: 'The plant will close in May, according to the union. « Nous ne céderons pas », a-t-il déclaré.', flagged: ['« Nous ne céderons pas », a-t-il déclaré.']},
      {text: 'The match was moved to Sunday, según informó la Conmebol.', flagged: ['según informó la Conmebol'], fixed: 'The match was moved to Sunday, according to Conmebol.'},
      {text: 'The minister resigned on Friday. Das hat der Sprecher nicht bestätigt.', flagged: ['Das hat der Sprecher nicht bestätigt.']},
      {text: 'Prices rose, e questo non aiuta le famiglie, the head of the union said.', flagged: ['e questo non aiuta le famiglie']},
      {text: 'The mayor said that les travaux vont durer jusqu’au printemps and then left.', flagged: ['les travaux vont durer jusqu’au printemps']},
      {text: 'The talks go on. Les ministres ont quitté la ville sans rien dire à la presse.', flagged: ['Les ministres ont quitté la ville sans rien dire à la presse.']},
      {text: 'The bridge was closed. Serikali ilitangaza hatua mpya za kiuchumi siku ya Jumatatu.', flagged: ['Serikali ilitangaza hatua mpya za kiuchumi siku ya Jumatatu.']},
      {text: 'The bridge was closed on Friday.\n\nLe maire a annoncé la réouverture du pont. Les travaux de réparation ont duré trois semaines et coûté deux millions.', flagged: ['Le maire a annoncé la réouverture du pont. Les travaux de réparation ont duré trois semaines et coûté deux millions.']},
      {text: 'Le maire a annoncé mardi la réouverture du pont.\n\nLes travaux de réparation ont duré trois semaines et coûté deux millions, selon la ville.', flagged: ['Le maire a annoncé mardi la réouverture du pont.']},
      {text: 'The bridge was closed. Об этом сообщает пресс-служба города.', flagged: ['Об этом сообщает пресс-служба города.']},
      {text: 'The mayor said that che i lavori dureranno fino a marzo and then he left.', flagged: ['che i lavori dureranno fino a marzo']},
      {text: 'The accident happened auf der Straße zwischen Köln und Bonn on Friday morning.', flagged: ['auf der Straße zwischen Köln und Bonn']},
      {text: 'The truck overturned en la carretera que lleva a Burgos early on Sunday.', flagged: ['en la carretera que lleva a Burgos']},
      {text: 'The bridge was closed, segundo a polícia, and the driver fled, selon une source policière.', flagged: ['segundo a polícia', 'selon une source policière'], fixed: 'The bridge was closed, according to the police, and the driver fled, selon une source policière.'},
      {text: 'The fire broke out in der Nacht zum Sonntag. The striker scored twice, laut dem Verein, before the break.', flagged: ['der Nacht zum Sonntag', 'laut dem Verein'], fixed: 'The fire broke out in der Nacht zum Sonntag. The striker scored twice, according to the club, before the break.'},
      {text: 'The bridge was closed. Choveu o dia inteiro. The river rose.', flagged: ['Choveu o dia inteiro.']},
      {text: 'The bridge was closed. Cały dzień padał deszcz. The river rose.', flagged: ['Cały dzień padał deszcz.']},
      {text: 'The road was closed, ob etom soobshchil gubernator oblasti on Monday.', flagged: ['ob etom soobshchil gubernator oblasti']},
    ],
    good: [
      {text: 'The minister resigned on Friday. Das hat der Sprecher nicht bestätigt.', options: {allowLanguages: ['de']}},
      {text: 'The match was moved to Sunday, según informó la Conmebol.', options: {minWords: 6}},
      'The Rassemblement National and the Parti socialiste disagreed.',
      'He worked for the Ministerio de Asuntos Exteriores and the Istituto per gli studi.',
      'The film “Les uns et les autres” won a prize.',
      'It was a coup d’état, and he was the éminence grise.',
      'Demonstrators chanted “el pueblo unido jamás será vencido” (the people united will never be defeated).',
      'The film “Portrait de la jeune fille en feu” won, and he led the Institut national de la statistique et des études.',
      'She lives in Saint-Germain-en-Laye near the rue de la République.',
    ],
  },
  whole(document, {allowLanguages}) {
    const language = wholeLanguage(document);
    const first = document.sentences[0];
    if (!language || !first || allowLanguages.includes(language)) return undefined;
    return {start: first.start, end: first.end, confidence: 0.99, tier: 'report', evidence: 0, message: `The whole text is in ${nameOf(language)}; mtlint reads English`, note: 'Nothing else was looked for.'};
  },
  check(document, report, {allowLanguages, minWords}) {
    const runs = foreignRuns(document);
    if (!runs.length) return;
    const source = sourceLanguageOf(document);
    for (const run of runs) {
      if (run.words < minWords || allowLanguages.includes(run.language)) continue;
      const found = judge(document, run, source?.language === run.language ? source.score : 0);
      if (!found) continue;
      const {start, end, confidence} = found;
      const proposals = attribution(document.text.slice(start, end), run.language);
      const name = nameOf(run.language);
      report({start, end, confidence, proposals, note: `This stretch is still in ${name}.`, ...(proposals.length ? {} : {tier: 'report', message: `Untranslated ${name}`})});
    }
  },
});

/** What joins the words of a name: "de la", "del". */
const joins = (form: string) => /^(?:de|d['’].+|del|della|dei|degli|di|da|do|dos|das|des|du|van|von|of)$/.test(form);

const nameOf = (language: string) => LANGUAGE_NAMES[language] ?? new Intl.DisplayNames(['en'], {type: 'language'}).of(language) ?? 'another language';

/** Where the stretch begins and ends with its marks, and how sure it is that it should not be there. */
function judge(document: Document, run: ForeignRun, source: number): {start: number; end: number; confidence: number} | undefined {
  const {tokens} = document;
  const {first, last} = run;
  if (run.named) return undefined;
  const before = tokens[first.index - 1];
  const after = tokens[last.index + 1];
  const opening = before?.segment === first.segment && OPENING.test(before.text) ? before : undefined;
  const behind = after && /^[.,!?…]$/.test(after.text) && tokens[last.index + 2] && !tokens[last.index + 2]!.spaced ? tokens[last.index + 2] : after;
  const closing = behind?.segment === last.segment && CLOSING.test(behind.text) ? behind : undefined;
  let capital = 0;
  let all = 0;
  let loans = 0;
  for (let i = first.index; i <= last.index; i++) {
    const t = tokens[i]!;
    if (t.kind !== 'word') continue;
    if (inLoan(document, t)) loans++;
    all++;
    if (t.word.shape !== 'lower' && t.word.shape !== 'none') capital++;
  }
  // "à la" in a French sentence is no loan.
  if (loans && (run.strong < 3 || loans * 3 > all)) return undefined;
  // German has capitals for nouns.
  if (capital > 1 && capital / all > (run.language === 'de' ? 0.6 : 0.4)) return undefined;
  // A name runs on to the left: "Ministerio de Asuntos Exteriores y de Cooperación".
  if (before?.segment === first.segment && before.kind === 'word' && before.sentence === first.sentence && before.word.shape !== 'lower' && !before.word.english) return undefined;
  // "Institut national de la statistique", "Portrait de la jeune fille": the capital stands a word or two before.
  for (let k = first.index - 1; k >= first.index - 3 && tokens[k]?.sentence === first.sentence && tokens[k]!.kind === 'word' && run.language !== 'de'; k--) {
    if (tokens[k]!.word.shape !== 'lower') {
      if (k > document.sentences[first.sentence]!.first && joins(tokens[first.index]!.word.folded)) return undefined;
      break;
    }
    if (FUNCTION_WORDS.has(tokens[k]!.word.folded)) break;
  }
  const next = closing ? tokens[closing.index + 1] : after;
  if (before?.text === '(' || next?.text === '(' || (next?.kind === 'word' && /^(?:meaning|or)$/.test(next.text))) return undefined;
  const announced = tokens[(opening ?? first).index - 1];
  if (announced?.segment === first.segment && ANNOUNCE.test(announced.word.folded)) return undefined;
  let confidence = run.strong >= 4 ? 0.95 : run.strong === 3 ? 0.92 : run.words > 3 || source > 0.4 ? 0.88 : 0.8;
  if (opening && closing) {
    // A quotation of the original, by a writer who may have meant it.
    if (run.words < 5) return undefined;
    confidence = 0.45;
  } else if (opening || closing) {
    const inner = [...document.text.slice(first.start, last.end)].some((c) => CLOSING.test(c));
    if (!inner) confidence -= 0.3;
  }
  const sentence = document.sentences[first.sentence]!;
  const end = document.sentences[last.sentence]!;
  const whole = (opening ?? first).index <= sentence.first + 1 && last.index >= end.last - 2 && (after === undefined || after.sentence !== last.sentence || after.kind === 'punctuation');
  if (!whole) return {start: first.start, end: last.end, confidence};
  return {start: (opening ?? first).start, end: end.last >= last.index ? end.end : last.end, confidence};
}

/** English for an attribution with nothing but a name or a known word behind it. */
function attribution(text: string, language: string): string[] {
  const straight = text.replaceAll('’', "'");
  const said = SHE_SAID.exec(straight);
  if (said) return [`${said[1] === 'il' ? 'he' : 'she'} ${VERBS[said[2]!] ?? 'said'}`];
  if (straight.length > 120) return [];
  const strip = (formula: string | undefined) => (formula ? new RegExp(`^(?:${formula})${ARTICLE}(.+)$`, 'iu').exec(straight)?.[1] : undefined);
  const source = strip(ACCORDING[language]);
  const speaker = source ? undefined : (strip(SAID[language]) ?? /^teilte (?:der |die |das )?(.+) mit$/i.exec(straight)?.[1]);
  const name = subject(source ?? speaker ?? '', language);
  if (!name) return [];
  return source ? [`according to ${name}`, `${name} said`] : [`${name} said`, `said ${name}`];
}

/** A name as it stands, a known noun or expression with its article, or a noun "of" a name; undefined for anything else. */
function subject(who: string, language: string): string | undefined {
  if (!who) return undefined;
  const known = (text: string) => {
    const hit = renderingsOf(text).find((h) => h.rendering.language === language && h.match === 'exact');
    if (hit) return hit.rendering.english[0]!;
    const phrase = expressionAt(text, 0, /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? text);
    return phrase?.end === text.length ? phrase.renderings.find((r) => r.language === language)?.english[0] : undefined;
  };
  const whole = known(who);
  if (whole) return /^\p{Lu}[^ ]*$/u.test(whole) ? whole : `the ${whole.replace(/^the /, '')}`;
  if (NAME.test(who)) return who;
  // "agência Lusa"
  const named = /^(\p{Ll}{3,40}) (\p{Lu}.{1,60})$/u.exec(who);
  const what = named && NAME.test(named[2]!) ? known(named[1]!) : undefined;
  if (what && ORGANISATION.test(what)) return `the ${named![2]!} ${what.replace(/^the /, '')}`;
  const parts = /^(.{3,60}?) (?:de la |del |de |du |do |da |di |della |dei |dell'|van |von |of )(.{2,60})$/u.exec(who);
  const noun = parts && NAME.test(parts[2]!) ? known(parts[1]!) : undefined;
  return noun ? `the ${noun.replace(/^the /, '')} of ${parts![2]!}` : undefined;
}
