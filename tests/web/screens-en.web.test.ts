import { isFaultless, showing } from './showing.ts';

isFaultless(await showing(), 'en', [
  [1280, 'light'],
  [320, 'dark'],
]);
