// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'e191454b020ab2ec';
