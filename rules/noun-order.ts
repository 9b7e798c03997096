import {ARTICLES, AUXILIARIES, FUNCTION_WORDS, inCaseOf} from '../src/document/english.ts';
import {MARKS} from '../src/document/marks.ts';
import type {Token} from '../src/document/token.ts';
import {compoundOf, flippedGain} from '../src/evidence/compound.ts';
import {gainOf} from '../src/evidence/fluency.ts';
import {reorderedIn} from '../src/evidence/institutions.ts';
import {countNoun, endsPhrase} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {readData} from '../src/lexicon/assets.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';
import {datedAt} from './noun-order/dated.ts';

const set = (words: string) => new Set(words.split(' '));
/** What binds two places: "the ties in Paris-Berlin". */
const BONDS = set('ties tie relations relation relationship relationships talks dialogue axis tandem couple duo link links bond bonds alliance friendship cooperation partnership rapprochement rivalry tension tensions trade dispute border frontier war conflict line route corridor motorway highway railway train trains flight flights agreement accord deal treaty summit negotiations contacts connection exchange exchanges pact');
/** Heads that measure or take a part: what stands behind their "of" is counted, not described. */
const MEASURES = set('number numbers amount amounts lot lots kind kinds type types sort sorts piece pieces part parts share percentage majority minority group groups series set sets pair pairs range variety lack loss level levels degree quantity volume tonnes tons litres kilos kilograms grams metres meters kilometres miles feet inches acres hectares barrels bottles glasses cups bags boxes thousands hundreds millions billions dozens rest half third quarter members member sense state form forms means way ways source sources sign signs cause causes bubbles bubble dish dishes drop drops grain grains cloud clouds store stores act acts wave waves contract book books food foods data image images outbreak outbreaks epidemic epidemics strain strains bout bouts spate surge flurry barrage string case cases hint trace traces threat');
/** Of these English has the of-phrase too: verbs made nouns, whose object stands behind "of". */
const EVENT = /(?:tion|sion|ment|ing|ance|ence|al|ure|age|users?|owners?|use|abuse|sale|study|review|loss|supply|import|imports|exports?|delivery|purchase|reserves|crowds?|increases?|cuts?)$/;
/** Doers, whose object stands behind "of" too: "a lover of music". */
const DOER = /(?<!work|play|offic|numb|cent|lead|comput|pap|tow|pow|lett|memb|chart|treas|flow|riv|wat|summ|wint|mast|chapt)(?:er|or)s?$/;
/** Things that one has about one. */
const BELONGINGS = /^(?:bed|bedroom|room|house|flat|apartment|car|bike|bicycle|motorbike|motorcycle|bag|handbag|phone|telephone|mobile|computer|shop|garden|kitchen|garage|farm|jacket|coat|clothes|shoes|dog|cat|horse|boat|truck|lorry|desk|wallet|passport|diary|glasses|gun|rifle|pistol|keys?|bank account|account|grave|tomb|restaurant|bar|workshop|cellar|sofa)$/;
const RELATIVES = /^(?:mother|father|wife|husband|son|daughter|brother|sister|grandmother|grandfather|grandparents|parents|girlfriend|boyfriend|neighbou?rs?|uncle|aunt|cousin|friend|friends|boss|colleague|partner|ex-wife|ex-husband|mother-in-law|father-in-law)$/;
const NEVER_SECOND = set('the a an this that these those it its his her their our my your which whom who what course us them him me all both each other others one some many several two three four five six seven eight nine ten more most less age late old new interest law state states war thousands hundreds millions people children women men mass');

/** What a name ends with that says what the thing is. */
const HEADS = set('Court Bank Party Council Union Committee Organisation Organization Agency Authority Commission Ministry Institute Board Service Force Forces Office Bureau Corporation Company University Federation Association Department Fund Centre Center Group Movement Alliance League Army Police Tribunal Assembly Congress Parliament Administration Network Directorate Front Confederation Society Foundation Programme Program Directory Exchange Guard Fleet Command');
/** Other words that a name ends with when it is in the order of English. */
const ENDS = /^(?:Unit|Team|Division|Brigade|Squad|Body|System|Plan|Project)$/;

let places: {countries: ReadonlySet<string>; capitals: ReadonlySet<string>} | undefined;
function isCapitalOrCountry(word: string): boolean {
  places ??= {countries: new Set(readData<string[]>('countries')), capitals: new Set(readData<string[]>('capitals').flatMap((line) => line.toLowerCase().split(', ')))};
  return places.countries.has(word) || places.capitals.has(word) || /^(?:us|uk|eu|nato)$/.test(word);
}
/** Places with two names. */
const DOUBLE = set('guinea-bissau bosnia-herzegovina austria-hungary congo-kinshasa congo-brazzaville');

/** "an accident" to "a car accident": the article before a word that begins with another one. */
const article = (word: string) => (/^(?:[aeio]|u(?!ni|s[aei]|t[ie])|hour|honest|honou?r|heir)/i.test(word) && !/^(?:eu|one\b|once)/i.test(word) ? 'an' : 'a');

export default defineRule({
  id: 'noun-order',
  summary: 'Nouns in the order of another language',
  why: `Where English stacks nouns in front of one another, other languages hang them up behind: \`activists of climate\` for climate activists, \`conference press\` for press conference, \`the ties in Paris-Berlin\`, \`the Liberation Army of the Chinese people\`. Engines keep the order of the source.

Both wordings are weighed by how common English has them; what stands with “of” as well (\`freedom of speech\`, \`a lack of water\`, \`the price of gold\`) stays. Institutions with a name of their own stand in \`rules/institutions.txt\`; there an article more or less (\`the Bank of the England\`) and a word put for the right one (\`the European Tribunal of Justice\`) count as well. Silent on parts, measures and longer names; less sure signs are shown only in texts that look machine-translated.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  needs: 0.3,
  kinds: {
    name: 'A name of which the text or the lists have the order',
    pair: 'Two places joined by a hyphen behind their noun',
    unrolled: 'A noun behind of that English sets before the other',
    reversed: 'A noun or an adjective behind the noun that it describes',
  },
  reach: 'paragraph',
  examples: {
    bad: [
      {text: 'The vote of Thursday was close. He spoke of the armed attacks of this weekend.', flagged: ['The vote of Thursday', 'the armed attacks of this weekend'], fixed: 'Thursday\'s vote was close. He spoke of this weekend\'s armed attacks.', mt: 'yes'},
      {text: 'He slept in the bed of his mother. He sold the car of his parents.', flagged: ['the bed of his mother', 'the car of his parents'], fixed: 'He slept in his mother\'s bed. He sold his parents\' car.', mt: 'yes'},
      {text: 'The activists of climate blocked a bridge on Friday.', flagged: ['activists of climate'], fixed: 'The climate activists blocked a bridge on Friday.', mt: 'yes'},
      {text: 'The minister opened a conference of press at noon.', flagged: ['conference of press'], fixed: 'The minister opened a press conference at noon.'},
      {text: 'She was hurt in an accident of car near Lyon.', flagged: ['an accident of car'], fixed: 'She was hurt in a car accident near Lyon.'},
      {text: 'The name was missing from the list of passenger.', flagged: ['list of passenger'], fixed: 'The name was missing from the passenger list.', mt: 'yes'},
      {text: 'He spoke at a conference press in Madrid.', flagged: ['conference press'], fixed: 'He spoke at a press conference in Madrid.'},
      {text: 'They broke off their relations diplomatic in May.', flagged: ['relations diplomatic'], fixed: 'They broke off their diplomatic relations in May.'},
      {text: 'The ties in Paris-Berlin have cooled.', flagged: ['ties in Paris-Berlin'], fixed: 'The Paris-Berlin ties have cooled.'},
      {text: 'Nobody believes in the axis Moscow-Tehran any longer.', flagged: ['axis Moscow-Tehran'], fixed: 'Nobody believes in the Moscow-Tehran axis any longer.'},
      {text: 'Guards of the Liberation Army of the Chinese people will march.', flagged: ['Liberation Army of the Chinese people'], fixed: 'Guards of the Chinese People\'s Liberation Army will march.'},
      {text: 'The Bank of the England and the European Tribunal of the Human Rights said so.', flagged: ['Bank of the England', 'European Tribunal of the Human Rights'], fixed: 'The Bank of England and the European Court of Human Rights said so.'},
      {text: 'The international monetary bottom lends money.', flagged: ['international monetary bottom'], fixed: 'The International Monetary Fund lends money.'},
      {text: 'The Bank Central European raised rates.', flagged: ['Bank Central European'], fixed: 'The European Central Bank raised rates.'},
      {text: 'The Court Anti-Terrorism (ATC) and the High Court of Islamabad (IHC) sat.', flagged: ['Court Anti-Terrorism', 'High Court of Islamabad'], fixed: 'The Anti-Terrorism Court (ATC) and the Islamabad High Court (IHC) sat.', mt: 'yes'},
      {text: 'The State Committee of Emergencies (SCE) sent 210 soldiers.', flagged: ['Committee of Emergencies'], fixed: 'The State Emergency Committee (SCE) sent 210 soldiers.', mt: 'yes'},
      {text: 'The Regional Agency of Health (ARS) was told on Monday.', flagged: ['Regional Agency of Health'], fixed: 'The Regional Health Agency (ARS) was told on Monday.', mt: 'yes'},
    ],
    good: [
      {text: 'The night of Monday was cold, and the events of Friday were many. The vote of Sunday school teachers counted.', mt: 'yes'},
      {text: 'The death of his mother shook him. It was the house of his mother and his aunt.', mt: 'yes'},
      {text: 'Freedom of speech is a matter of principle, and lack of water a cause of death.', mt: 'yes'},
      {text: 'The price of gold and the production of oil rose; the Ministry of Health and the minister of defence said so.', mt: 'yes'},
      {text: 'Envoys of the Council of Europe and the Council of the European Union met at the Reserve Bank.', mt: 'yes'},
      {text: 'A team of experts and a group of workers met the chief of police in a state of emergency.', mt: 'yes'},
      {text: 'In the car police found a gun, and in the house white walls.', mt: 'yes'},
      {text: 'The talks in Baden-Baden went on; trade in Bosnia-Herzegovina is weak. The Paris-Berlin axis holds.', mt: 'yes'},
      {text: 'The People’s Liberation Army and the European Central Bank were there, as was the Central Bank of Russia.', mt: 'yes'},
      {text: 'The Council of the State of Qatar, the Supreme Tribunal of Justice and the Organization for the Prohibition of Chemical Weapons met.', mt: 'yes'},
      {text: 'The Union for Popular Movement (UMP), the General Confederation of Labour (CGT), the Central Bank of Iraq (CBI), the Pacifying Police Unit (UPP) and the Organization of American States (OAS) agreed.', mt: 'yes'},
      {text: 'The Court of Cassation, the Council of State, the Court of Justice of the European Union and the Chamber of Deputies sat.', mt: 'yes'},
      {text: 'A bank in England works at the bottom of the fund. The Supreme Court of the State of New York met.', mt: 'yes'},
      {text: 'The attorney general met the secretary general and the president elect.', mt: 'yes'},
      {text: 'He is a student of history, a lover of music and a man of the people.', mt: 'yes'},
      {text: 'Is the situation hopeless? It made the war civil. The League of Nations ate dishes of rice.', mt: 'yes'},
      {text: 'Members of parliament and heads of state signed a treaty of friendship.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens} = document;
    const taken = new Set<number>();

    for (const {first, last, name, behind, replaced, words} of reorderedIn(document)) {
      for (let i = first; i <= last; i++) taken.add(i);
      const before = tokens[first]!.start;
      report({kind: 'name', start: before, end: tokens[last]!.end, proposals: [name], confidence: behind && !replaced ? 0.88 : words > 2 ? 0.85 : 0.6, note: `English calls it “${name}”.`});
    }

    for (const mark of document.where(MARKS)) if (mark.text === '(') abbreviated(mark);

    for (const token of document.ownTokens) {
      if (token.kind !== 'word' || taken.has(token.index)) continue;
      if (token.word.folded === 'of') {
        const dated = datedAt(document, token);
        if (dated) report({kind: 'unrolled', start: dated.start, end: dated.end, proposals: [dated.put], confidence: 0.4, note: 'The day of what happened stands before it, with an apostrophe.'});
        else unrolled(token);
      }
      else if (token.word.shape === 'lower') {
        if (BONDS.has(token.word.folded)) bond(token);
        flipped(token);
      }
    }

    /** "the Court Anti-Terrorism (ATC)", "the High Court of Islamabad (IHC)": the abbreviation has kept the order of English. */
    function abbreviated(bracket: Token): void {
      const short = tokens[bracket.index + 1];
      if (short?.word.shape !== 'upper' || tokens[bracket.index + 2]?.text !== ')' || !/^[A-Z]{3,6}$/.test(short.text)) return;
      // Words with their initials, the last first; those joined by a hyphen are one.
      const parts: {text: string; initials: string; first: number}[] = [];
      let left = short.text.length;
      for (let i = bracket.index - 1; left > 0; i--) {
        const token = tokens[i];
        if (token?.sentence !== bracket.sentence) return;
        if (/^(?:of|the|for)$/.test(token.text) && parts.length) continue;
        if (token.kind !== 'word' || token.word.shape !== 'capital') return;
        let text = token.text;
        let initials = text[0]!;
        for (; tokens[i - 1]?.text === '-' && tokens[i - 2]?.word.shape === 'capital'; i -= 2) {
          text = `${tokens[i - 2]!.text}-${text}`;
          initials = tokens[i - 2]!.text[0]! + initials;
        }
        left -= initials.length;
        parts.push({text, initials, first: i});
      }
      const printed = [...parts].reverse();
      // "Pacifying Police Unit (UPP)": the name was put into English, its abbreviation was not.
      if (HEADS.has(printed.at(-1)?.text ?? '') || ENDS.test(printed.at(-1)?.text ?? '')) return;
      if (left < 0 || printed.length < 2 || printed.map(({initials}) => initials).join('') === short.text || !HEADS.has(printed[0]!.text) && !HEADS.has(printed[1]!.text)) return;
      const order: string[] = [];
      for (let at = 0; at < short.text.length; ) {
        const next = printed.findIndex(({initials}) => initials && short.text.startsWith(initials, at));
        if (next < 0) return;
        const [{text, initials}] = printed.splice(next, 1) as [(typeof printed)[number]];
        order.push(text);
        at += initials.length;
      }
      const start = parts.at(-1)!.first;
      // English ends with what the thing is: "Union Movement Popular (UMP)" would be the order of French.
      if (!HEADS.has(order.at(-1)!)) return;
      for (let i = start; i < bracket.index; i++) taken.add(i);
      report({kind: 'name', start: tokens[start]!.start, end: tokens[bracket.index - 1]!.end, proposals: [order.join(' ')], confidence: order.some((part) => part.includes('-')) ? 0.97 : 0.88, note: 'The abbreviation behind it has the order of English.'});
    }

    /** "ties in Paris-Berlin", "the axis Paris-Berlin" */
    function bond(head: Token): void {
      let at = head.index + 1;
      if (/^(?:in|of)$/.test(tokens[at]?.word.folded ?? '')) at++;
      else if (tokens[at]?.word.folded === 'between') return;
      const [one, hyphen, two] = [tokens[at], tokens[at + 1], tokens[at + 2]];
      if (!one || !two || !/^[-‐‑–]$/.test(hyphen?.text ?? '') || hyphen!.spaced || two.spaced || two.sentence !== head.sentence) return;
      const more = tokens[at + 3];
      if (more && !more.spaced && /^[-‐‑–'’]$/.test(more.text)) return;
      if (one.word.shape === 'lower' || two.word.shape === 'lower' || !isCapitalOrCountry(one.word.base) || !isCapitalOrCountry(two.word.folded) || DOUBLE.has(`${one.word.base}-${two.word.base}`)) return;
      if (more?.kind === 'word' && more.sentence === head.sentence && !endsPhrase(more, head.sentence) && at === head.index + 1 && posOf(document, more) === 'NOUN') return;
      const pair = document.text.slice(one.start, two.end);
      report({kind: 'pair', start: head.start, end: two.end, proposals: [`${pair} ${head.text}`, `${head.text} between ${one.text} and ${two.text}`], confidence: at === head.index + 1 ? 0.75 : 0.85, note: 'English puts the two places before the noun.'});
    }

    /** "the bed of his mother": what somebody has, of one of his family. */
    function kin(head: Token, his: Token): void {
      const who = tokens[his.index + 1];
      const the = tokens[head.index - 1];
      if (who?.sentence !== head.sentence || !RELATIVES.test(who.word.folded) || the?.word.folded !== 'the' || !endsPhrase(tokens[who.index + 1], head.sentence) || /^(?:and|of|who|,)$/.test(tokens[who.index + 1]?.text ?? '')) return;
      const apostrophe = document.text.includes('’') ? '’' : "'";
      const owner = `${his.text} ${who.text}${apostrophe}${who.text.endsWith('s') ? '' : 's'}`;
      report({kind: 'unrolled', start: the.start, end: who.end, proposals: [`${inCaseOf(the.text, owner)} ${head.text}`], confidence: 0.36, note: 'What one of a family has is named behind him: “his mother’s bed”.'});
    }

    /** "activists of climate" */
    function unrolled(of: Token): void {
      const head = document.before(of);
      const modifier = document.after(of);
      if (head && modifier && /^(?:his|her|their|my|our)$/.test(modifier.word.folded) && BELONGINGS.test(head.word.folded)) kin(head, modifier);
      if (head?.kind !== 'word' || modifier?.kind !== 'word' || head.text.length < 3 || modifier.text.length < 3 || taken.has(head.index) || taken.has(modifier.index)) return;
      const name = head.word.shape === 'capital' && modifier.word.shape === 'capital' && !document.opensSentence(head);
      if (!name && (modifier.word.shape !== 'lower' || (head.word.shape !== 'lower' && !(head.word.shape === 'capital' && document.opensSentence(head))))) return;
      if (head.word.folded.includes("'") || modifier.word.folded.includes("'") || MEASURES.has(head.word.folded) || NEVER_SECOND.has(modifier.word.folded) || FUNCTION_WORDS.has(head.word.folded) || FUNCTION_WORDS.has(modifier.word.folded)) return;
      if ((head.word.entry.flags | modifier.word.entry.flags) & (Flag.Proper | Flag.Acronym) && name) return;
      const {modifier: form, gain, lift} = compoundOf(head.word.folded, modifier.word.folded);
      const chain = tokens[modifier.index + 1]?.word.folded === 'of';
      if (gain < (DOER.test(head.word.folded) ? 4 : chain ? 2 : 2.3) || lift < 0.85) return;
      const next = tokens[modifier.index + 1];
      const tag = next && !endsPhrase(next, of.sentence) ? posOf(document, next) : undefined;
      // Behind the modifier the phrase ends, or its verb comes.
      if (tag && tag !== 'VERB' && tag !== 'AUX' && tag !== 'ADV' && next!.text !== '(') return;
      if (next && /^[-‐‑'’]$/.test(next.text) && !next.spaced) return;
      const then = tokens[modifier.index + 2];
      if (next && /^(?:and|or)$/.test(next.word.folded) && then?.kind === 'word' && !FUNCTION_WORDS.has(then.word.folded) && posOf(document, then) !== 'VERB') return;
      const before = document.before(head);
      if (before && before.kind === 'word' && !FUNCTION_WORDS.has(before.word.folded) && !name && posOf(document, before) === 'NOUN') return;
      if (posOf(document, head) === 'VERB' || posOf(document, head) === 'ADJ' || !/^(?:NOUN|PROPN|ADJ)$/.test(posOf(document, modifier) ?? 'NOUN')) return;
      if (name && tokens[modifier.index + 1]?.word.shape === 'capital' && !endsPhrase(tokens[modifier.index + 1], of.sentence)) return;
      let confidence = gain >= 4.4 ? 0.85 : gain >= 3.5 ? 0.7 : gain >= 2.9 ? 0.45 : 0.22;
      if (EVENT.test(head.word.folded) && gain < 4.5) confidence = Math.min(0.18, confidence);
      // "reasons of health" is said, too; "a list of passenger" is not.
      if (!name && countNoun(modifier) === undefined && !modifier.word.folded.endsWith('s')) confidence = Math.min(0.06, confidence);
      if (name) confidence = Math.min(0.5, confidence);
      const [start, put] = beginning(head, name ? form[0]!.toUpperCase() + form.slice(1) : form);
      report({kind: 'unrolled', start, end: modifier.end, proposals: [`${put} ${head.word.shape === 'capital' && !name ? head.word.folded : head.text}`], confidence, note: 'English puts the describing noun first.'});
    }

    /** Where a replacement that begins with a word begins, and that word: with "a" or "an" in front where it changes, with the capital of the sentence. */
    function beginning(head: Token, word: string): [number, string] {
      if (head.word.shape === 'capital' && document.opensSentence(head)) return [head.start, word[0]!.toUpperCase() + word.slice(1)];
      const before = tokens[head.index - 1];
      if (before && before.sentence === head.sentence && /^an?$/i.test(before.text) && before.text.toLowerCase() !== article(word)) {
        const put = article(word);
        return [before.start, `${before.text[0] === 'A' ? put[0]!.toUpperCase() + put.slice(1) : put} ${word}`];
      }
      return [head.start, word];
    }

    /** "conference press", "relations diplomatic" */
    function flipped(head: Token): void {
      const modifier = document.after(head);
      if (modifier?.kind !== 'word' || modifier.word.shape !== 'lower' || !modifier.spaced || head.text.length < 3 || modifier.text.length < 3 || FUNCTION_WORDS.has(head.word.folded) || FUNCTION_WORDS.has(modifier.word.folded)) return;
      const {gain, lift} = flippedGain(head.word.folded, modifier.word.folded);
      if (gain < 2.3 || lift < 1.8 || !endsPhrase(tokens[modifier.index + 1], head.sentence)) return;
      const before = document.before(head);
      // A noun phrase has begun before the head, so that the two words belong together.
      if (before?.kind !== 'word' || !/^(?:the|a|an|this|that|these|those|his|her|its|their|our|of|in|for|with|new|first|last|between|on|by|from|to|about|some|all)$/.test(before.word.folded)) return;
      if (/ly$/.test(head.word.folded) || /^(?:NUM|ADV|VERB|AUX)$/.test(posOf(document, modifier) ?? '') || posOf(document, head) !== 'NOUN') return;
      if (gainOf(document, head.index, modifier.index, [modifier.word.folded, head.word.folded]) < 2) return;
      const adjective = posOf(document, modifier) === 'ADJ';
      // "Is the situation hopeless?", "leaves the team national", "with the hall white"
      const governor = document.before(before);
      if (adjective && (before.word.folded === 'with' || (ARTICLES.has(before.word.folded) && (!governor || AUXILIARIES.has(governor.word.folded) || /^(?:with|and|but|ma[dk]e|keep|kept|find|found|leave|left|consider|call|deem|render|think)/.test(governor.word.folded))))) return;
      const [start, put] = beginning(head, modifier.text);
      report({kind: 'reversed', start, end: modifier.end, proposals: [`${put} ${head.text}`], confidence: gain >= 3 ? 0.82 : 0.6, note: adjective ? 'English puts the adjective before its noun.' : 'English puts the describing noun first.'});
    }
  },
});
