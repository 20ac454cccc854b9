import type { Language } from '../domain/settings.ts';

type Words = { readonly subject: (count: string) => string; readonly body: (count: string) => string };

/** The text of a mail: how many notices are unread, and nothing of their contents. */
const WORDS: Readonly<Record<Language, Words>> = {
  en: { subject: (count) => `Junkan: unread notifications: ${count}`, body: (count) => `Notifications that you have not read: ${count}.` },
  ja: { subject: (count) => `Junkan：未読の通知 ${count} 件`, body: (count) => `未読の通知が ${count} 件あります。` },
  'zh-Hans': { subject: (count) => `Junkan：${count} 条未读通知`, body: (count) => `您有 ${count} 条未读通知。` },
  ko: { subject: (count) => `Junkan: 읽지 않은 알림 ${count}개`, body: (count) => `읽지 않은 알림이 ${count}개 있습니다.` },
  th: { subject: (count) => `Junkan: การแจ้งเตือนที่ยังไม่ได้อ่าน ${count} รายการ`, body: (count) => `คุณมีการแจ้งเตือนที่ยังไม่ได้อ่าน ${count} รายการ` },
  vi: { subject: (count) => `Junkan: ${count} thông báo chưa đọc`, body: (count) => `Bạn có ${count} thông báo chưa đọc.` },
  id: {
    subject: (count) => `Junkan: ${count} pemberitahuan belum dibaca`,
    body: (count) => `Ada ${count} pemberitahuan yang belum Anda baca.`,
  },
  hi: { subject: (count) => `Junkan: अपठित सूचनाएँ: ${count}`, body: (count) => `आपकी अपठित सूचनाएँ: ${count}।` },
  bn: { subject: (count) => `Junkan: অপঠিত বিজ্ঞপ্তি: ${count}`, body: (count) => `আপনার অপঠিত বিজ্ঞপ্তি: ${count}।` },
};

type Said = { readonly language: Language | ''; readonly count: number; readonly more: boolean; readonly home: string | undefined };

/** A person who has chosen no language receives English. */
export function mailOf({ language, count, more, home }: Said): { readonly subject: string; readonly text: string } {
  const { subject, body } = WORDS[language || 'en'];
  const counted = `${count}${more ? '+' : ''}`;
  const link = home === undefined ? '' : `\n\n${new URL('/notifications', home).href}`;
  return { subject: subject(counted), text: `${body(counted)}${link}\n` };
}
