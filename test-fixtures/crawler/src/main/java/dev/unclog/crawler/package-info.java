/**
 * A web crawler on an event loop, three times: {@link dev.unclog.crawler.BlockingCrawler} waits for
 * each page on the loop, {@link dev.unclog.crawler.CooperativeCrawler} does not, and {@link
 * dev.unclog.crawler.PoliteCrawler} is what becomes of such a program: robots.txt, a rate limit,
 * plug-ins, an archive. All have a {@code main}. {@link dev.unclog.crawler.Crawl} sets any to work.
 */
package dev.unclog.crawler;
