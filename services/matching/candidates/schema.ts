// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c0611af3b0c129b5';
