import type { Since } from '@junkan/kit/testing/since.fixture.ts';

const whose = { person: 'person-a', organisation: 'org_a' };
const search = { number: 1, name: 'Compost', list: 'projects', query: 'q=compost' };

export const since: Since = {
  settings: [
    {
      after: '',
      come: () => [
        ['SettingsChanged', { ...whose, language: 'ja', timeZone: 'Asia/Tokyo', density: 'compact', shortcutsOff: true }],
        ['NoticesMuted', { ...whose, kinds: ['reminder'], projects: ['prj_a'] }],
        ['NoticesRead', { ...whose, upTo: '2026-11-24T00:00:00.000Z/prj_a@00000001' }],
        ['SearchSaved', { ...whose, search }],
        ['SearchChanged', { ...whose, search: { ...search, name: 'Composting' } }],
        ['SearchRemoved', { ...whose, number: 1 }],
        ['SearchSaved', { ...whose, search: { ...search, number: 2, list: 'matches', toldSince: '2026-11-24T00:00:00.000Z' } }],
        ['SettingsChanged', { ...whose, density: 'compact', mail: 'txt_a', digest: 'weekly', roles: ['proposer.officer'] }],
      ],
    },
  ],
};
