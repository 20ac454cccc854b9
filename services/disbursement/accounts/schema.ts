// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '7e02a70f80a4ad15';
