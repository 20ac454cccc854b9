// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'cb022ab988ee7cc4';
