// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c89b1e8ac96014a4';
