// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'ed57d25479dc83bf';
