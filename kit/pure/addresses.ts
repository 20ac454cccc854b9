/** The address of a website, with a host of the web and nobody's name or password in it. */
export const isWebsite = (text: string): boolean => {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname.includes('.') && username === '' && password === '';
};

/** The same, where nobody changes what is read on its way. */
export const isLink = (text: string): boolean => isWebsite(text) && /^https:/i.test(text);

/** Written as mail programs take it: a name, an at sign and a domain. */
export const isEmail = (text: string): boolean => /^[^\s@<>"(),:;]+@[^\s@<>"(),:;.]+(\.[^\s@<>"(),:;.]+)+$/.test(text);
