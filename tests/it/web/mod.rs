mod plumbing;
