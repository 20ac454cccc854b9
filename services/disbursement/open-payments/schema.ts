// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c45a755735c0a829';
