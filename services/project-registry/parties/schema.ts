// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'ca9834cdefb2baf9';
