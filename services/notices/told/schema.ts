// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '9c5bdf1b4d7fed91';
