// The whole flow on one page; filled in as the stages arrive.
export {}
