export const LANGUAGES = ['en', 'ja', 'zh-Hans', 'ko', 'th', 'vi', 'id', 'hi', 'bn'] as const;
export type Language = (typeof LANGUAGES)[number];
/** From which all others are translated. */
export const SOURCE = 'en' satisfies Language;
