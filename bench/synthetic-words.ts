/** What synthetic projects are called, in the languages of the region: a kind of work, a thing, and a place. */
export const LANGUAGES = [
  {
    works: ['Rehabilitation of', 'Expansion of', 'Pilot for', 'Upgrading of'],
    things: ['solid waste collection', 'river water treatment', 'plastic recycling', 'organic compost'],
    places: ['in Cebu', 'of Colombo', 'for Dhaka North', 'at Port Moresby'],
  },
  {
    works: ['Pembangunan', 'Peningkatan', 'Pengelolaan'],
    things: ['tempat pengolahan sampah', 'air bersih', 'bank sampah', 'biogas'],
    places: ['Kota Bandung', 'Surabaya', 'Denpasar'],
  },
  {
    works: ['Dự án', 'Nâng cấp', 'Mở rộng'],
    things: ['xử lý nước thải', 'thu gom chất thải rắn', 'tái chế nhựa'],
    places: ['thành phố Đà Nẵng', 'Hải Phòng', 'Cần Thơ'],
  },
  {
    works: ['整備', '改善', '導入'],
    things: ['下水道', '廃棄物処理施設', '再生水', '食品リサイクル'],
    places: ['川崎市', '横浜市', '北九州市'],
  },
  { works: ['建设', '改造', '扩建'], things: ['污水处理厂', '生活垃圾分类', '再生资源'], places: ['成都市', '昆明市', '厦门市'] },
  { works: ['개선', '확대', '도입'], things: ['하수 처리', '음식물 쓰레기', '재활용 센터'], places: ['부산광역시', '인천', '수원시'] },
  { works: ['โครงการ', 'ปรับปรุง'], things: ['จัดการขยะมูลฝอย', 'บำบัดน้ำเสีย', 'น้ำสะอาด'], places: ['กรุงเทพมหานคร', 'เชียงใหม่'] },
  { works: ['सुधार', 'विस्तार'], things: ['ठोस कचरा प्रबंधन', 'जल शोधन', 'खाद संयंत्र'], places: ['इंदौर', 'पुणे', 'वाराणसी'] },
  { works: ['উন্নয়ন', 'সম্প্রসারণ'], things: ['বর্জ্য ব্যবস্থাপনা', 'পানি শোধন', 'প্লাস্টিক পুনর্ব্যবহার'], places: ['ঢাকা', 'চট্টগ্রাম', 'খুলনা'] },
] as const;

export const COUNTRIES = [
  'ID',
  'VN',
  'PH',
  'IN',
  'BD',
  'CN',
  'JP',
  'KR',
  'TH',
  'LK',
  'NP',
  'PG',
  'KH',
  'LA',
  'MM',
  'MY',
  'PK',
  'FJ',
  'MN',
  'BT',
] as const;
export const THEMES = [
  'solid-waste',
  'wastewater',
  'water-supply',
  'recycling',
  'plastics',
  'organics',
  'air',
  'energy-from-waste',
  'industry',
  'other-urban',
] as const;
export const CURRENCIES = ['USD', 'USD', 'USD', 'USD', 'JPY', 'EUR'] as const;
