declare module '#fonts';
interface ImportMetaEnv {
  /** Whether the language has letters beyond the Latin ones. */
  readonly JUNKAN_OWN_LETTERS: boolean;
}
