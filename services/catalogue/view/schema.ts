// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '584a5091f2986b93';
