// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'd6e1a800ba7200c4';
