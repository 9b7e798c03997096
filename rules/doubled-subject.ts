import {DAYS, MONTHS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird} from '../src/document/verbs.ts';
import {BE, DO, HAVE, MODALS, TIME_WORDS, wordAt} from '../src/evidence/clause.ts';
import {countNoun, pluralNoun} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

const set = (words: string) => new Set(words.split(' '));
const SUBJECTS = set('he she it they');
/** Verbs with one object: "approved it the law". */
const ONE_OBJECT = set('approve sign accept reject announce confirm visit discover open close publish adopt receive criticise criticize praise start finish support attack invade arrest kill describe report launch organise organize build destroy win lose see hear know understand discuss condemn welcome attend meet enter reach leave use need want fear avoid violate break end stop begin cancel postpone host hold lead manage own sell ratify veto present propose examine study review test produce cause threaten suspend block ban close damage hit repair restore demand accuse');
const SPEECH = set('said says announced stated declared added explained claimed believes confirmed stressed emphasized emphasised noted told warned argued thinks');
/** Nouns whose "that" opens what they say, not a relative clause. */
const CONTENT = set('fact claim claims report reports news idea view evidence belief hope fear fears sign signs statement statements suggestion suggestions impression conclusion condition feeling allegation allegations rumour rumours rumor rumors proof argument theory admission announcement notion message decision agreement order demand accusation accusations doubt doubts point reason way time day year moment extent place chance possibility risk danger concern concerns so such said says');

/** Titles that stand bare before a name. */
const TITLE = /^(?:governor|president|minister|mayor|chancellor|capital|kremlin|government|court|parliament|hospital|police|army|pope|king|queen|captain|coach|director|judge|company|ministry)$/;
const PREPOSITION = /^(?:in|on|at|after|before|during|since|for|with|without|under|over|from|to|by|until|near|behind|above|below|between|against|through|despite|about|into|like|than|of)$/;

export default defineRule({
  id: 'doubled-subject',
  summary: 'A pronoun beside the noun that it stands for',
  why: `Arabic, Turkish, Persian and spoken French put a pronoun beside its noun (\`the minister he said\`), Arabic and Hebrew also inside the relative clause (\`the book that he wrote it\`), and Greek, Bulgarian and Spanish beside the object (\`approved it the law\`). English has one or the other.

Silent on clauses without *that* (\`the man he met was ill\`), on reports inserted between commas, and on verbs with two objects.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    subject: 'A pronoun behind the subject',
    object: 'An it before the object',
    relative: 'A pronoun for the noun that which or that stands for',
    preposition: 'A preposition twice in a clause with which',
  },
  examples: {
    bad: [
      {text: 'He cut two trees which his father planted them. She had a girl whom she saw her only twice.', flagged: [' them', ' her'], fixed: 'He cut two trees which his father planted. She had a girl whom she saw only twice.', mt: 'yes'},
      {text: 'The prices of bread they have doubled. My brother he has worked there.', flagged: [' they', ' he'], fixed: 'The prices of bread have doubled. My brother has worked there.', mt: 'yes'},
      {text: 'The minister he said that the law would pass.', flagged: [' he'], fixed: 'The minister said that the law would pass.'},
      {text: 'The parliament approved it the law last week.', flagged: [' it'], fixed: 'The parliament approved the law last week.'},
      {text: 'The parliament approved it last week the law, and the court rejected it on Tuesday the appeal.', flagged: [' it', ' it'], fixed: 'The parliament approved last week the law, and the court rejected on Tuesday the appeal.', mt: 'yes'},
      {text: 'The house in which he lived in it was sold.', flagged: [' in it'], fixed: 'The house in which he lived was sold.'},
      {text: 'The letter which the court published it was short.', flagged: [' it'], fixed: 'The letter which the court published was short.'},
      {text: 'The deputy Anna Nowak she voted against the law. Indonesia it lies on the coast. The Ministry of Health he sent teams to the city.', flagged: [' she', ' it', ' he'], fixed: 'The deputy Anna Nowak voted against the law. Indonesia lies on the coast. The Ministry of Health sent teams to the city.', mt: 'yes'},
      {text: 'The military, distributed over 21 patrols, They will go to seven districts. The base, in Beja, It will help.', flagged: [' They', ' It'], fixed: 'The military, distributed over 21 patrols, will go to seven districts. The base, in Beja, will help.', mt: 'yes'},
      {text: 'The workers they refuse to return.', flagged: [' they'], fixed: 'The workers refuse to return.', mt: 'yes'},
      {text: 'The company, it announced a loss of two million.', flagged: [', it'], fixed: 'The company announced a loss of two million.', mt: 'yes'},
      {text: 'The book that he wrote it became a success.', flagged: [' it'], fixed: 'The book that he wrote became a success.', mt: 'yes'},
      {text: 'The house that the couple bought it in May is old.', flagged: [' it'], fixed: 'The house that the couple bought in May is old.', mt: 'yes'},
    ],
    good: [
      'Eventually he was to leave. First she paid, and thus he was glad. The image of it grew in her heart.',
      'The Paris he knew is gone. In Rome he met the pope, and on Monday she left. The England she loved has died.',
      'The man he met was ill, and the minister he said was corrupt has gone.',
      'The workers they refuse to pay are on strike.',
      'The company, it said, announced a loss; the plan, he added, was sound.',
      'The fact that he wrote it became known. They said that he did it was clear.',
      'They approved it the same day, called it the law and gave it the name. They signed it on Friday, the last day of the talks, and sold it last week the way they had bought it.',
      'The house in which he lived is in it too. It was the day he left it.',
      'The law, it turned out, was void. The minister, he of the loud voice, left.',
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    const quoted = quotedTokens(document);
    const cut = (kind: 'subject' | 'object' | 'relative' | 'preposition', first: Token, last: Token, confidence: number, note: string) => {
      const before = tokens[first.index - 1]!;
      report({kind, start: before.end, end: last.end, proposals: [''], confidence, note, message: `\`${document.text.slice(first.start, last.end)}\` doubles the noun that it stands for`});
    };
    for (const token of document.ownTokens) {
      if (token.kind !== 'word') continue;
      const {folded} = token.word;
      if (token.word.shape === 'capital' && SUBJECTS.has(folded) && !quoted[token.index]) begunAnew(token);
      if (token.word.shape !== 'lower') continue;
      if (SUBJECTS.has(folded) && document.before(token)) {
        if (!named(token)) subject(token);
        if (folded === 'it') object(token);
      }
      if (folded === 'it' || folded === 'them' || folded === 'him' || folded === 'her') {
        resumed(token);
        objectAgain(token);
      }
      if (folded === 'which' || folded === 'whom') doubledPreposition(token);
    }

    /** Whether a token is the finite verb of a clause, as far as its form tells. */
    function finite(t: Token | undefined): boolean {
      if (t?.kind !== 'word' || t.word.shape !== 'lower') return false;
      const w = t.word.folded;
      if (w === 'be' || w === 'been' || w === 'being' || w === 'having') return false;
      return BE.has(w) || HAVE.has(w) || MODALS.has(w) || DO.has(w) || baseOfPast(w) !== undefined || baseOfThird(w) !== undefined && posOf(document, t) === 'VERB';
    }

    /** "The military, distributed in 21 patrols, They will": behind what is put between commas, the subject again, as if a sentence began. */
    function begunAnew(pronoun: Token): void {
      const {first} = sentences[pronoun.sentence]!;
      const verb = document.after(pronoun);
      if (tokens[pronoun.index - 1]?.text !== ',' || !/^(?:The|An?|Some|Several|Many|Its|Their|His|Her)$/.test(tokens[first]!.text) && tokens[first]!.word.english && !pluralNoun(tokens[first]!) || !verb || !finite(verb)) return;
      // The subject goes to the first comma, without a verb of its own.
      let k = first;
      for (; k < pronoun.index - 1 && tokens[k]!.text !== ','; k++) if (finite(tokens[k]) && (tokens[k]!.word.folded !== 'may' && !countNoun(tokens[k]!) || posOf(document, tokens[k]!) === 'VERB')) return;
      if (k < pronoun.index - 1) cut('subject', pronoun, pronoun, 0.85, 'The sentence has its subject already.');
    }

    /** "two trees which his father planted them", "a girl whom she saw her only twice", "a door that they can close it". */
    function objectAgain(it: Token): void {
      const verb = document.before(it);
      const next = tokens[it.index + 1];
      if (verb?.kind !== 'word' || verb.word.shape !== 'lower' || posOf(document, verb) !== 'VERB' || BE.has(verb.word.folded) || SPEECH.has(verb.word.folded)) return;
      if (next && next.sentence === it.sentence && !/^[.;”"]$/.test(next.text) && !/^(?:only|twice|once)$/.test(next.word.folded)) return;
      for (let k = verb.index - 1; k >= verb.index - 6; k--) {
        const t = tokens[k];
        if (!t || t.sentence !== it.sentence || t.kind !== 'word') return;
        const w = t.word.folded;
        if (w !== 'which' && w !== 'whom' && w !== 'that') {
          if (finite(t) && !HAVE.has(w) && !MODALS.has(w)) return;
          continue;
        }
        const subject = tokens[k + 1]!;
        const noun = tokens[k - 1];
        if (verb.index - k < 2 || !/^(?:i|he|she|they|we|the|a|his|her|their|our|my)$/.test(subject.word.folded) && subject.word.shape !== 'capital' || noun?.kind !== 'word' || noun.sentence !== it.sentence || noun.word.shape !== 'lower' || CONTENT.has(noun.word.folded) || posOf(document, noun) !== 'NOUN') return;
        if (w === 'that') {
          if (!/^(?:a|an)$/.test(wordAt(document, noun.index - 1, it.sentence) ?? '') || it.word.folded !== 'it') return;
          // "told a man that they can close it"
          for (let n = noun.index - 2; n > noun.index - 7 && tokens[n]?.sentence === it.sentence; n--) if (SPEECH.has(tokens[n]!.word.folded) || /^(?:so|such|told|tell|tells|inform|informed|convinced|reminded|assured|warned|clear|sure)$/.test(tokens[n]!.word.folded)) return;
        }
        cut('object', it, it, w === 'that' ? 0.5 : 0.66, `\`${t.text}\` stands for it already.`);
        return;
      }
    }

    /** "Deputy Anna Nowak she said", "The Ministry of Health he announced", "Indonesia it lies": a name, or a noun with what it is of, and its pronoun. */
    function named(pronoun: Token): boolean {
      const {first, last} = sentences[pronoun.sentence]!;
      const noun = tokens[pronoun.index - 1]!;
      const verb = document.after(pronoun);
      const behind = verb && tokens[verb.index + 1];
      if (noun.index < first || noun.kind !== 'word' || noun.index - first > 8 || !verb || !finite(verb) || !behind || behind.sentence !== pronoun.sentence || behind.kind === 'punctuation') return false;
      let of = false;
      let head = noun;
      const name = noun.word.shape === 'capital';
      let start = first;
      // Behind a dateline or a time the clause begins anew.
      for (let k = noun.index; k > first; k--) if (/^(?:—|–|,)$/.test(tokens[k]!.text)) {
        start = k + 1;
        if (tokens[k]!.text === ',' && !/^(?:on|in|at|after|during|yesterday|last|according)$/.test(tokens[first]!.word.folded)) return false;
        break;
      }
      const lead = tokens[start]!;
      if (start > noun.index || PREPOSITION.test(lead.word.folded) || lead.word.shape === 'lower' && !/^(?:the|a|an|his|her|its|their)$/.test(lead.word.folded) || TIME_WORDS.has(noun.word.folded) || DAYS.has(noun.word.folded) || MONTHS.has(noun.word.folded) || /^(?:Then|Now|Here|There|So|Yet|But|And|If|When|While|Because|As|Once|Although|Though|Since|Unless|Until|Before|After|What|How|Why|Where|Whether|Only|Even|Still|Perhaps|Maybe|Sometimes|Today|Tomorrow|Yesterday|Later|Soon|Instead|Indeed|Meanwhile|However|Did|Does|Is|Was|Had|Has)$/.test(lead.text)) return false;
      for (let k = start; k <= noun.index; k++) {
        const t = tokens[k]!;
        if (t.kind !== 'word' || finite(t) && (BE.has(t.word.folded) || HAVE.has(t.word.folded) || MODALS.has(t.word.folded)) || t.word.shape === 'lower' && posOf(document, t) === 'VERB') return false;
        if (/^(?:of|in|for)$/.test(t.word.folded) && k > start) {
          if (!of) head = tokens[k - 1]!;
          of = true;
        }
        else if (PREPOSITION.test(t.word.folded) || /^(?:and|or|that|which|who|this|those|these|all|everything|nothing)$/.test(t.word.folded)) return false;
      }
      if (!name && !of || PREPOSITION.test(noun.word.folded)) return false;
      // "Eventually he", "First she": one word alone must be a name or a title.
      if (start === noun.index && noun.word.english && !(noun.word.entry.flags & Flag.Place && noun.word.isName) && !TITLE.test(noun.word.folded)) return false;
      // "The Paris he knew is gone": a clause about the noun, and its verb to come.
      for (let k = verb.index + 1; k <= last && k < verb.index + 40; k++) {
        const t = tokens[k]!;
        if (/^(?:that|who|which|because|when|while|after|before|if|as|where|although|and|but)$|^[,;]$/.test(t.text)) break;
        if (finite(t) && !(HAVE.has(verb.word.folded) || BE.has(verb.word.folded)) || MODALS.has(t.word.folded) || (BE.has(t.word.folded) || HAVE.has(t.word.folded)) && !/^(?:been|being|be)$/.test(t.word.folded)) return false;
      }
      const they = pronoun.word.folded === 'they';
      if (they !== (pluralNoun(noun) !== undefined) && they !== (pluralNoun(head) !== undefined) && !name) return false;
      cut('subject', pronoun, pronoun, name && lead.word.shape === 'lower' ? 0.45 : 0.55, 'The noun before it is the subject already.');
      return true;
    }

    /** "The minister he said that", "The company, it announced a loss" */
    function subject(pronoun: Token): void {
      const {first, last} = sentences[pronoun.sentence]!;
      const comma = tokens[pronoun.index - 1]!.text === ',';
      const noun = tokens[pronoun.index - (comma ? 2 : 1)];
      const verb = document.after(pronoun);
      if (!noun || !verb || noun.index < first || noun.kind !== 'word' || noun.index - first > 4 || noun.index === first && noun.word.shape === 'lower') return;
      if (tokens[first]!.word.folded !== 'the' && !/^(?:my|his|her|their|its|our|this|these)$/.test(tokens[first]!.word.folded)) return;
      for (let k = first + 1; k < noun.index; k++) if (tokens[k]!.kind !== 'word' || /^(?:of|in|on|at|for|to|and|more|less)$/.test(tokens[k]!.word.folded) && k === first + 1 || baseOfPast(tokens[k]!.word.folded) && !/ed$/.test(tokens[k]!.word.folded)) return;
      const many = pluralNoun(noun) !== undefined || /^(?:people|men|women|children|police)$/.test(noun.word.folded);
      const w = pronoun.word.folded;
      if (w === 'they' ? !many : many || noun.word.shape === 'lower' && countNoun(noun) === undefined) return;
      if (TIME_WORDS.has(noun.word.folded) || /^(?:reason|way|thing|place|more|less|only|last|first|time|moment|day|year)$/.test(noun.word.folded)) return;
      const v = verb.word.folded;
      const behind = tokens[verb.index + 1];
      if (!behind || behind.sentence !== pronoun.sentence) return;
      if (SPEECH.has(v)) {
        if (!comma && behind.word.folded === 'that') cut('subject', pronoun, pronoun, 0.82, 'The noun before it is the subject already.');
        if (!comma || !/^(?:a|an|the|its|his|her|their)$/.test(behind.word.folded)) return;
      }
      if (!finite(verb) && !(w === 'they' && posOf(document, verb) === 'VERB') || behind.kind !== 'word' && behind.kind !== 'number') return;
      if (comma && /^(?:was|is|seems|turned|appears|turns|emerged|has|would|will|could)$/.test(v) && !(w !== 'it' && behind.kind === 'word' && posOf(document, behind) === 'VERB')) return;
      // A second finite verb would make the first a clause about the noun.
      for (let k = verb.index + 1; k <= last && k < verb.index + 40; k++) {
        const t = tokens[k]!;
        if (/^(?:that|who|which|because|when|while|after|before|if|as|where|although)$/.test(t.word.folded)) break;
        if (t.text === ',' && comma && k < verb.index + 4) return;
        if (finite(t) && !(HAVE.has(v) || BE.has(v)) || MODALS.has(t.word.folded) || (BE.has(t.word.folded) || HAVE.has(t.word.folded)) && t.word.folded !== 'been' && t.word.folded !== 'being' && t.word.folded !== 'be') return;
      }
      if (comma) report({kind: 'subject', start: tokens[pronoun.index - 1]!.start, end: pronoun.end, proposals: [''], confidence: 0.4, note: 'The noun before it is the subject already.', message: `\`${pronoun.text}\` doubles the subject`});
      else cut('subject', pronoun, pronoun, 0.5, 'The noun before it is the subject already.');
    }

    /** What stands behind a time: "last week the law", "on Tuesday the appeal". */
    function behindTime(token: Token | undefined): Token | undefined {
      const {folded} = token?.word ?? {folded: ''};
      const next = token && document.after(token);
      if (/^(?:yesterday|today|tonight)$/.test(folded)) return next;
      const time = next?.word.folded ?? '';
      return next && (/^(?:last|this)$/.test(folded) && TIME_WORDS.has(time) || folded === 'on' && DAYS.has(time)) ? document.after(next) : token;
    }

    /** "approved it the law", "approved it last week the law" */
    function object(it: Token): void {
      const verb = document.before(it)!;
      const base = baseOfPast(verb.word.folded) ?? (verb.word.folded.endsWith('s') ? baseOfThird(verb.word.folded) : undefined);
      if (!base || !ONE_OBJECT.has(base)) return;
      const next = behindTime(document.after(it));
      if (!next || next.sentence !== it.sentence || !/^(?:the|its|his|their)$/.test(next.word.folded)) return;
      const noun = wordAt(document, next.index + 1, it.sentence);
      if (noun === undefined || TIME_WORDS.has(noun) || TIME_WORDS.has(wordAt(document, next.index + 2, it.sentence) ?? '') || /^(?:same|following|next|previous|whole|entire|most|best|first|hard|old|way|very|more|moment|second|minute|instant)$/.test(noun)) return;
      const before = document.before(verb);
      if (before?.kind !== 'word' || MODALS.has(before.word.folded)) return;
      cut('object', it, it, 0.75, 'The object stands behind it.');
    }

    /** "the letter which the court published it was short" */
    function resumed(it: Token): void {
      const verb = document.before(it);
      const next = tokens[it.index + 1];
      if (verb?.kind !== 'word' || verb.word.shape !== 'lower') return;
      if (!(baseOfPast(verb.word.folded) ?? baseOfParticiple(verb.word.folded) ?? (verb.word.folded.endsWith('s') ? baseOfThird(verb.word.folded) : undefined))) return;
      if (BE.has(verb.word.folded) || SPEECH.has(verb.word.folded)) return;
      const ends = !next || next.sentence !== it.sentence || next.text === ',' || next.kind === 'word' && (BE.has(next.word.folded) || HAVE.has(next.word.folded) || MODALS.has(next.word.folded) || /^(?:became|in|on|during|last)$/.test(next.word.folded));
      if (!ends) return;
      for (let k = verb.index - 1; k >= verb.index - 5; k--) {
        const t = tokens[k];
        if (!t || t.sentence !== it.sentence || t.kind !== 'word') return;
        const w = t.word.folded;
        if (w !== 'which' && w !== 'that' && w !== 'whom') {
          if (finite(t) && !HAVE.has(w)) return;
          continue;
        }
        // The clause must have its own subject.
        const subject = tokens[k + 1]!;
        if (verb.index - k < 2 || !/^(?:he|she|they|we|the|a|his|her|their)$/.test(subject.word.folded) && subject.word.shape !== 'capital' || HAVE.has(subject.word.folded)) return;
        const noun = tokens[k - 1];
        if (noun?.kind !== 'word' || noun.sentence !== it.sentence || noun.word.shape !== 'lower' || CONTENT.has(noun.word.folded) || posOf(document, noun) !== 'NOUN') return;
        const article = wordAt(document, noun.index - 1, it.sentence) ?? '';
        const goesOn = (t: Token | undefined) => t?.kind === 'word' && (BE.has(t.word.folded) || HAVE.has(t.word.folded) || t.word.folded === 'became' || MODALS.has(t.word.folded));
        // "the house that they bought it in May is old": the verb of the noun may stand behind a time or place.
        let finiteNext = goesOn(next);
        for (let n = 1; n < 5 && !finiteNext && next && tokens[next.index + n]?.sentence === it.sentence && tokens[next.index + n]!.kind !== 'punctuation'; n++) finiteNext = goesOn(tokens[next.index + n]);
        if (w === 'that' && !(finiteNext && (article === 'the' || posOf(document, tokens[noun.index - 1]!) === 'ADJ'))) return;
        cut('relative', it, it, w === 'that' ? 0.5 : 0.76, `\`${t.text}\` stands for it already.`);
        return;
      }
    }

    /** "in which he lived in it" */
    function doubledPreposition(relative: Token): void {
      const preposition = document.before(relative);
      if (!preposition || !/^(?:in|on|at|for|with|from|to|by|about)$/.test(preposition.word.folded)) return;
      for (let k = relative.index + 2; k < relative.index + 12; k++) {
        const t = tokens[k];
        if (!t || t.sentence !== relative.sentence || t.kind !== 'word') return;
        const it = tokens[k + 1];
        if (t.word.folded !== preposition.word.folded || it?.sentence !== t.sentence || !/^(?:it|them|him)$/.test(it.word.folded)) continue;
        const verb = tokens[k - 1]!;
        // "is in it too": its own clause.
        for (let n = relative.index + 2; n < k - 1; n++) if (finite(tokens[n])) return;
        if (finite(verb) && !BE.has(verb.word.folded) || posOf(document, verb) === 'NOUN') cut('preposition', t, it, 0.82, `\`${preposition.text} ${relative.text}\` stands for it already.`);
        return;
      }
    }
  },
});
