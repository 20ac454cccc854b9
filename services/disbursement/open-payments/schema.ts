// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '0b84c5b7a33218e5';
