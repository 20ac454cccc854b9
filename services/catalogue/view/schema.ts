// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '87a06e6ff1622c98';
