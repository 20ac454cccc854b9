import type { Since } from '@junkan/kit/testing/since.fixture.ts';

// Streams with each of the events of enquiries.

const by = 'person-a';
const at = '2027-05-03T03:00:00.000Z';
const note = 'txt_d';
const received = {
  cityName: 'Kota Baru',
  country: 'ID',
  language: 'id',
  writer: { name: 'txt_a', contactRole: 'txt_b', email: 'txt_c' },
  note,
  hash: 'a'.repeat(64),
  number: 1,
  due: '2027-05-10T23:59:59.999Z',
  at,
};

export const enquiries = {
  enquiry: [
    {
      after: '',
      come: () => [
        ['EnquiryReceived', received],
        ['EnquiryAnswered', { how: 'phone', note, at, by }],
        ['EnquiryLinked', { organisation: 'org_a', at, by }],
        ['EnquiryForgotten', { at: '2028-05-03T03:00:00.000Z' }],
      ],
    },
    {
      after: '',
      come: () => [
        ['EnquiryReceived', { ...received, number: 2 }],
        ['EnquiryClosed', { reason: 'spam', note: '', at, by }],
      ],
    },
    {
      after: '',
      come: () => [
        ['EnquiryReceived', { ...received, number: 3 }],
        ['MatterEscalated', { matter: 'enquiry', role: 'secretariat.approver', organisation: 'secretariat', occurrence: received.due }],
      ],
    },
  ],
} satisfies Since;
