/** A mail address that opens a message to it alone: nothing in it is read as another receiver, or as words of the message. */
export const Mail = ({ to }: { readonly to: string }) => <a href={`mailto:${encodeURIComponent(to).replace('%40', '@')}`}>{to}</a>;
