import { createHash } from 'node:crypto';
import { ROLES } from '@junkan/proto/actor.ts';

// The names of persons of a trial: common in their countries, put together by chance, and nobody's.

type Names = { readonly given: readonly string[]; readonly family: readonly string[]; readonly isFamilyFirst?: true };

const names = (given: string, family: string): Names => ({ given: given.split(' '), family: family.split(' ') });
const familyFirst = (family: string, given: string): Names => ({ ...names(given, family), isFamilyFirst: true });

/** By ISO 3166 country; each has ten of both. */
const NAMES = {
  AF: names(
    'Farid Laila Hamid Zahra Karim Nadia Omid Shirin Rahim Parwana',
    'Ahmadi Rahimi Karimi Noori Haidari Azizi Sharifi Wardak Safi Popal',
  ),
  BD: names(
    'Tahmina Rafiq Nusrat Imran Farhana Kamal Shirin Arif Sumaiya Jahid',
    'Rahman Hossain Akter Chowdhury Islam Ahmed Sarkar Khan Haque Miah',
  ),
  BT: names(
    'Tashi Pema Sonam Karma Kinley Dechen Ugyen Choki Namgay Yeshey',
    'Dorji Wangmo Tshering Wangchuk Lhamo Penjor Zangmo Tenzin Gyeltshen Choden',
  ),
  CN: familyFirst(
    'Wang Li Zhang Chen Liu Yang Zhao Huang Zhou Wu',
    'Minghua Xiaolan Jianguo Yuting Haoran Meilin Zhiwei Ruoxi Guoqing Lihua',
  ),
  ID: names(
    'Rina Budi Sari Agus Dewi Hendra Putri Bambang Ratna Eko',
    'Wijaya Santoso Lestari Pratama Susanto Hidayat Kusuma Nugroho Siregar Halim',
  ),
  IN: names('Deepa Arjun Meera Suresh Kavita Rahul Lakshmi Anil Priya Vikram', 'Nair Sharma Iyer Patel Reddy Das Menon Joshi Rao Banerjee'),
  JP: familyFirst(
    'Sato Suzuki Takahashi Tanaka Watanabe Ito Nakamura Kobayashi Yoshida Mori',
    'Yuki Haruka Kenji Aiko Takeshi Naomi Hiroshi Emi Daichi Sakura',
  ),
  KH: familyFirst('Sok Chea Keo Chan Heng Meas Nhem Pich Ros Sim', 'Sophea Dara Bopha Vuthy Channary Rithy Sreymom Piseth Kunthea Samnang'),
  KI: names(
    'Tebora Ioane Teresia Bwere Maria Tekeeua Aata Rabwa Kaure Ereti',
    'Tabai Tokataake Ioteba Kabure Tiban Ruata Tekanene Beiateuea Bauro Timon',
  ),
  KR: familyFirst('Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim', 'Minjun Seoyeon Jiho Hyejin Sungmin Eunji Donghyun Yuna Taewoo Soojin'),
  LA: names(
    'Bounmy Khamla Somchith Vilay Phonexay Manivanh Souksan Chanthala Thongdy Noy',
    'Phommachanh Sisouphanh Keomany Vongsa Sengdara Inthavong Souvanna Chanthavong Phetsarath Bounyavong',
  ),
  LK: names(
    'Nimal Kumari Sunil Anusha Ruwan Dilani Chaminda Tharushi Kasun Malini',
    'Perera Fernando Silva Jayasinghe Bandara Wickramasinghe Rajapaksha Gunawardena Herath Dissanayake',
  ),
  MN: names(
    'Bat-Erdene Oyuna Ganbold Sarnai Temuulen Altantsetseg Enkhbayar Nomin Dorjsuren Tuya',
    'Bold Ganzorig Batbayar Sukhbat Purev Chuluun Dash Erdene Tsogt Damdin',
  ),
  MV: names(
    'Aishath Ibrahim Mariyam Hassan Fathimath Ahmed Shifa Yoosuf Nashida Ali',
    'Rasheed Waheed Shareef Naseem Zahir Manik Saeed Latheef Didi Riza',
  ),
  MY: names(
    'Nurul Faizal Aina Hafiz Siti Azman Farah Zulkifli Hana Ismail',
    'Rahim Hassan Othman Yusof Karim Salleh Bakar Zainal Idris Hamid',
  ),
  NP: names(
    'Sita Ramesh Anita Bikash Sunita Prakash Gita Dipendra Kabita Suman',
    'Shrestha Gurung Tamang Karki Adhikari Thapa Maharjan Bhattarai Rai Poudel',
  ),
  PG: names('Grace Peter Rose Michael Lucy Thomas Anna Philip Ruth Daniel', 'Kila Waima Tau Kora Mondo Kaupa Aisi Bai Toua Kerenga'),
  PH: names(
    'Maria Jose Liza Ramon Grace Antonio Jocelyn Paolo Rosario Miguel',
    'Santos Reyes Cruz Bautista Garcia Mendoza Ramos Flores Villanueva Aquino',
  ),
  PK: names(
    'Ayesha Bilal Sana Usman Hina Imran Saima Faisal Rabia Kamran',
    'Malik Qureshi Siddiqui Butt Chaudhry Mirza Raza Sheikh Abbasi Farooqi',
  ),
  SB: names(
    'Mary John Selina David Ruth Hilda Peter Agnes Joseph Martha',
    'Kemakeza Waleanisia Maelanga Tavake Ramoi Sikua Fono Lilo Houma Tuhanuku',
  ),
  TH: names(
    'Somchai Ploy Anan Malee Prasert Nok Wichai Suda Krit Pim',
    'Srisai Chaiyasit Wongsakul Rattanakul Boonmee Suksawat Thongchai Jaidee Phromma Saelim',
  ),
  TL: names(
    'Ana Domingos Filomena Joao Rosa Mateus Teresa Agostinho Isabel Lucas',
    'Soares Ximenes Guterres Belo Amaral Freitas Gusmao Pinto Sarmento Fernandes',
  ),
  VN: familyFirst('Nguyen Tran Le Pham Hoang Phan Vu Dang Bui Do', 'Lan Minh Huong Tuan Thao Hieu Linh Quang Mai Duc'),
  VU: names('Leah Sam Rose Willie Annie Joseph Marie Tom Esther George', 'Kalsakau Tari Molisa Bule Nalau Garae Kalo Tabi Vira Matas'),
} as const satisfies Readonly<Record<string, Names>>;

const COUNTRIES = Object.keys(NAMES) as (keyof typeof NAMES)[];
const isNamed = (country: string): country is keyof typeof NAMES => Object.hasOwn(NAMES, country);

const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE();
const of = (list: readonly string[], place: number): string => list[place % list.length] ?? '';

const WHICH = ['', '/2', '/second', '/third'];
/** Persons of one organisation, each at another place: two that are close to each other share no name. */
const PLACES = WHICH.flatMap((which) => [...ROLES, 'deputy'].map((role) => `${role}${which}`));

/**
 * What a person of a trial is called, always the same. `person`: as tokens call it, an organisation and behind a slash which person of it.
 * `country`: where the organisation is, as an ISO 3166 code; a person of an organisation of no country, or of one that is not among these, is from anywhere.
 */
export function inventedName(person: string, country = ''): string {
  const [organisation = '', ...which] = person.split('/');
  const [ofOrganisation, ofPerson] = [numberOf(organisation), numberOf(person)];
  const known = PLACES.indexOf(which.join('/'));
  const place = known === -1 ? ofPerson : known;
  const { given, family, isFamilyFirst }: Names = NAMES[isNamed(country) ? country : (COUNTRIES[ofPerson % COUNTRIES.length] ?? 'ID')];
  const own = of(given, ofOrganisation + place);
  const shared = of(family, (ofOrganisation >>> 8) + 3 * place + Math.floor(place / given.length));
  return isFamilyFirst ? `${shared} ${own}` : `${own} ${shared}`;
}
