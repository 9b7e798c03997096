/** Who is spoken of with which pronoun: words for people, bodies of people, countries, and what each of them does and has. */
import {readData} from '../../src/lexicon/assets.ts';

const set = (words: string) => new Set(words.split(' '));
/** Bodies of people: a thing in English, he or she in languages with gender. */
export const BODIES = set('treasury congress army navy government ministry company party group bank agency council court parliament senate commission committee union team club university hospital museum country city town state republic kingdom federation region province institute institution organisation organization association foundation newspaper channel airline firm manufacturer carmaker operator regulator watchdog consortium airport department office authority service academy church movement alliance coalition opposition league school factory plant station ship vessel storm hurricane typhoon embassy kremlin pentagon cabinet corporation subsidiary retailer supplier startup start-up brand network plane aircraft train rocket satellite probe volcano board faction fraction municipality district village capital bloc ngo charity brewery refinery studio theatre theater chamber bureau tribunal prefecture directorate secretariat inspectorate insurer lender publisher broadcaster fund orchestra choir cooperative dealership clinic library gendarmerie canton diocese parish syndicate selection squad observatory laboratory registry customs constabulary');
export const REPORTS = set('said says announced added stated warned confirmed claimed declared reported insisted explained stressed noted argued told promised acknowledged admitted denied indicated specified recalled hopes hoped expects believes answered replied complained considered estimated assured underlined emphasised emphasized deplored regretted thinks feared fears complains warns adds insists considers estimates assures recalls recognises recognizes recognised recognized responded maintained explains argues argued wrote confirms denies');
export const MALE = set('he him man boy father son husband brother uncle grandfather king prince mr sir actor spokesman businessman chairman policeman fisherman waiter gentleman male men boys lord himself');
export const FEMALE = set('she woman girl mother daughter wife sister aunt grandmother queen princess mrs ms miss madam actress spokeswoman businesswoman chairwoman policewoman waitress lady heroine nun soprano female women girls herself');
/** Words for people of either gender; they may be whom the pronoun means. */
export const HUMANS = set('minister president chancellor official officer leader chief head director manager boss lawyer attorney judge prosecutor doctor professor teacher student worker author writer artist singer player coach captain striker goalkeeper driver pilot victim suspect patient candidate mayor governor senator lawmaker deputy ambassador secretary general commander soldier person child baby teenager founder owner editor reporter journalist analyst expert economist scientist researcher engineer farmer citizen resident neighbour neighbor friend colleague partner parent relative pope bishop priest anyone someone everyone nobody everybody somebody whoever who whom champion defendant accused prisoner refugee migrant adult passenger guard nurse composer director guitarist musician poet novelist historian chair ceo mp dancer rider runner athlete winner opponent successor predecessor dealer collector customer client employee employer user viewer reader voter');
/** Nouns that end like names of people by what they do. */
export const AGENT = /^[a-z]{3,}(?:ist|[dt]or|er|ian|man|woman)$/;
export const NO_AGENT = set('after under over ever never however number water center winter summer letter matter latter better later other another former order power paper river border tower quarter corner danger member offer answer manner chapter computer consumer register disaster cancer weather whether either neither together rather further lower higher larger smaller greater older younger bigger shorter longer stronger weaker earlier cheaper closer wider deeper september october november december officer theater monster layer tender filter factor sector tractor motor doctor reactor monitor');
export const FEMININE: Record<string, string> = {he: 'she', his: 'her', him: 'her', himself: 'herself'};
export const MASCULINE: Record<string, string> = {she: 'he', her: 'his', herself: 'himself', hers: 'his'};
export const NEUTER: Record<string, string> = {he: 'it', she: 'it', his: 'its', her: 'its', him: 'it', himself: 'itself', herself: 'itself'};
/** What people wear or carry. */
export const WORN = /^(?:jacket|coat|shirt|trousers|glasses|gloves|hat|beard|moustache|pyjamas|wheelchair|spectacles|scarf|sweater|dress|boots)$/;
export const KIN = set('wife husband mother father brother sister son daughter uncle aunt grandmother grandfather mother-in-law girlfriend boyfriend wallet handbag');
/** What partners do to each other rather than each to himself. */
export const MUTUAL = set('respect respected trust trusted understand understood know knew support supported recognise recognised recognize recognized accuse accused complement thank thanked call called visit visited hate hated threaten threatened consult consulted attack attacked insult insulted');
export const PARTNERS = set('partners friends neighbors neighbours allies brothers sisters spouses countries sides nations leaders peoples parties presidents ministers neighbors rivals enemies teams clubs couples lovers colleagues');
export const TOGETHER = set('met meet meeting hugged hug embraced embrace greeted greet kissed kiss congratulated married fought');
/** What only a person has. */
export const PERSONAL = set('citizenship life wife husband arrest death release passport visa candidacy resignation extradition innocence body home house mother father family son daughter brother sister career health age conviction trial lawyer lawyers visit trip speech appointment successor predecessor dismissal removal detention sentence nomination face hand hands head heart eyes children');
/** Capitals that stand for their governments. */
export const CAPITALS = set('moscow kyiv kiev minsk beijing washington london paris berlin brussels rome madrid lisbon vienna warsaw prague budapest bucharest sofia belgrade athens ankara jerusalem cairo riyadh tehran baghdad damascus doha kabul islamabad delhi tokyo seoul pyongyang taipei hanoi jakarta canberra ottawa brasilia caracas havana bogota tbilisi yerevan baku astana tashkent vilnius riga tallinn helsinki stockholm oslo copenhagen bern dublin rabat algiers tunis tripoli nairobi abuja pretoria');
/** Firms, media and leagues that stand alone as a subject. */
export const FIRMS = set('ferrari renault stellantis peugeot citroen volkswagen audi porsche daimler toyota honda nissan hyundai samsung sony panasonic toshiba hitachi huawei xiaomi tencent alibaba google apple microsoft amazon facebook meta twitter tesla boeing airbus lufthansa ryanair easyjet nokia ericsson siemens bosch bayer novartis nestle unilever danone carrefour tesco ikea vodafone telefonica santander barclays unicredit enel eni gazprom rosneft lukoil aramco shell exxonmobil chevron totalenergies total pfizer moderna astrazeneca sanofi netflix disney spotify uber airbnb walmart starbucks goldman citigroup intel nvidia qualcomm philips heineken adidas nike puma hamas hezbollah frontex interpol europol eurostat greenpeace amnesty reuters bloomberg barcelona juventus chelsea arsenal ajax feyenoord benfica');
/** In lower case; empty before {@link loadCountries}. */
export const COUNTRIES = new Set<string>();
/** What joins a clause to the country before it: "to Russia when he celebrates". */
export const JOINS = /^(?:when|while|as|where|because|since|after|before|although|whereas|until)$/;
/** What countries do, and nobody else; or with one of {@link OF_STATES} behind. */
export const STATE_ACTS = /^(?:commemorate|border|import|export|annex|elect|mobilise|mobilize|ratify)$/;
export const STATE_VERBS = /^(?:celebrate|mark|prepare|hold|host|go|head|face|suffer|join|enter|leave|gain|win|declare|produce|supply|consume|buy|grow|depend|emerge|recover|struggle|impose|introduce|adopt|observe|remember|organise|organize|experience|battle|fight|lose|receive|vote|seek|have)$/;
export const OF_STATES = set('election elections polls referendum independence liberation anniversary revolution sanctions drought floods famine recession shortage shortages inflation blackout blackouts eurozone eu nato presidency inhabitants olympics census unification reunification republic constitution grain gas oil electricity steel fertiliser fertilizer pandemic epidemic unemployment default euro mourning coup famine hyperinflation');
/** Masculine nouns and what they are for a woman. */
export const FOR_WOMEN: Readonly<Record<string, string>> = {spokesman: 'spokeswoman', salesman: 'saleswoman', businessman: 'businesswoman', chairman: 'chairwoman', policeman: 'policewoman', sportsman: 'sportswoman', congressman: 'congresswoman', waiter: 'waitress', fisherman: 'fisherwoman', heir: 'heiress', widower: 'widow', nobleman: 'noblewoman'};
/** Behind a body of people these begin a phrase that may name somebody: "the company of". */
export const PREPOSITIONS_NOT = set('s and or');
export const PRONOUNS = set('he she his her him them himself herself you your its it they themselves itself');
/** What people have: "the voice of her". */
export const OWNED = /^(?:voice|voices|house|houses|name|names|family|home|mother|father|parents|children|car|body|hands|eyes|head|life|wife|husband|sons|daughters|brother|brothers|sister|friends|rights|money|job|office|speech|works|books|films|team)$/;
/** Offices that stand before a name. */
export const TITLES = /^(?:president|minister|chancellor|premier|secretary|governor|senator|king|chairman|general|ambassador|speaker|mayor|pope)$/;

/** Reads {@link COUNTRIES}. */
export function loadCountries(): void {
  if (!COUNTRIES.size) for (const country of readData<string[]>('countries')) COUNTRIES.add(country);
}

/** People whom the news calls by one name, and their gender. */
let lone: ReadonlyMap<string, 'm' | 'f'> | undefined;
/** The gender of somebody whom the news calls by one name (lower case, without accents): `rules/lone-names.yml`. */
export const genderOfLone = (name: string): 'm' | 'f' | undefined => (lone ??= new Map(Object.entries(readData<Record<'m' | 'f', string>>('lone-names')).flatMap(([gender, names]) => names.split(' ').map((one) => [one, gender as 'm' | 'f'] as const)))).get(name);
/** Verbs whose object is a person: "informed it of the plan". */
export const TO_PERSONS = /^(?:inform(?:ed|s|ing)?|remind(?:ed|s|ing)?|congratulat(?:ed|es|ing)|thank(?:ed|s|ing)?|arrest(?:ed|ing)?|marr(?:ied|ies|ying)|greet(?:ed|s|ing)?|hug(?:ged|s|ging)?|handcuff(?:ed|ing)?|persuad(?:ed|es|ing)|interview(?:ed|ing)?)$/;
