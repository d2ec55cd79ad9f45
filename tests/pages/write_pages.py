#!/usr/bin/env python3
"""Writes the pages of this folder and their gold: write_pages.py [DIR]

Each function below is one page after the manners of one kind of site. The prose is ours (prose.py). Pages are as
untidy as their models: unclosed elements, menus in divs, ids that mean nothing, metadata that is wrong or missing.
"""
import json, os, sys, html as H
from prose import STORIES, OTHERS, SECTIONS, COMMENTS

PAGES = []
def page(function): PAGES.append(function); return function
def others(k, n): return [OTHERS[(k + i) % len(OTHERS)] for i in range(n)]
def links(items, tag='li'): return ''.join(f'<{tag}><a href="/n/{i}.html">{t}</a></{tag}>' for i, t in enumerate(items))
def ps(body, cls=''): return '\n'.join(f'<p{cls}>{p}</p>' for p in body)
def menu(): return '<ul>' + links(SECTIONS) + '</ul>'
def gold(k, published, publisher, without, title=None, body=None, modified=None, kind='article', charset='utf-8'):
    t, b = STORIES[k]
    b = body or b
    return dict(kind=kind, charset=charset, title=title or t, published=published, modified=modified, publisher=publisher,
                body='\n'.join(b) if kind == 'article' else '', without=without,
                **{'with': [' '.join(p.split()[2:10]) for p in b] if kind == 'article' else []})
def doc(head, body, lang='ar', dir='rtl'):
    return f'<!DOCTYPE html>\n<html lang="{lang}" dir="{dir}"><head><meta charset="utf-8">{head}</head>\n<body>{body}</body></html>'

@page
def wordpress_classic(k=0):
    t, b = STORIES[k]; o = others(0, 8)
    return doc(f'''<title>{t} - صحيفة المرفأ</title><meta property="og:site_name" content="صحيفة المرفأ"><meta property="og:title" content="{t}">
<meta property="article:published_time" content="2021-03-09T08:15:00+04:00"><meta property="article:modified_time" content="2021-03-10T11:00:00+04:00">''',
f'''<div id="page" class="site"><header id="masthead"><div class="site-branding"><p class="site-title"><a href="/">صحيفة المرفأ</a></p></div><nav id="site-navigation" class="main-navigation">{menu()}</nav></header>
<div id="content"><main id="main" class="site-main"><article id="post-11" class="post-11 post type-post hentry"><header class="entry-header"><h1 class="entry-title">{t}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="2021-03-09T08:15:00+04:00">9 مارس، 2021</time></span> <span class="byline">بواسطة <a class="url fn n" href="/author/x">سلمى الراشدي</a></span></div></header>
<div class="entry-content">{ps(b[:2])}<p><strong>اقرأ أيضا: <a href="/1">{o[0]}</a></strong></p>{ps(b[2:])}</div>
<footer class="entry-footer"><span class="tags-links">الوسوم: <a rel="tag" href="/t/1">موانئ</a>، <a rel="tag" href="/t/2">مسقط</a></span></footer></article>
<nav class="navigation post-navigation"><a href="/p">{o[1]}</a><a href="/n">{o[2]}</a></nav>
<div id="comments" class="comments-area"><h2>تعليقان</h2><ol class="comment-list"><li class="comment"><p>{COMMENTS[0]}</p></li><li class="comment"><p>{COMMENTS[1]}</p></li></ol></div></main></div>
<aside id="secondary" class="widget-area"><h2 class="widget-title">أحدث المقالات</h2><ul>{links(o[3:])}</ul></aside><footer class="site-footer">جميع الحقوق محفوظة © 2021</footer></div>'''), \
    gold(k, '2021-03-09', 'صحيفة المرفأ', [o[0], o[1], o[5], COMMENTS[0], 'جميع الحقوق محفوظة'], modified='2021-03-10')

@page
def wordpress_blocks(k=1):
    t, b = STORIES[k]; o = others(3, 6)
    return doc(f'<title>{t} | نبأ اليوم</title><script type="application/ld+json">{json.dumps({"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"نبأ اليوم"},{"@type":"NewsArticle","headline":t,"datePublished":"2022-06-05T07:00:00Z","dateModified":"2022-06-05T09:00:00Z","publisher":{"@type":"Organization","name":"نبأ اليوم"},"author":{"@type":"Person","name":"هالة منصور"}}]},ensure_ascii=False)}</script>',
f'''<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group"><p class="wp-block-site-title"><a href="/">نبأ اليوم</a></p>{menu()}</div></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">{t}</h1><div class="wp-block-post-date"><time datetime="2022-06-05T10:00:00+03:00">5 يونيو 2022</time></div>
<figure class="wp-block-image"><img src="a.jpg" alt=""><figcaption class="wp-element-caption">السفيرة لدى وصولها إلى القصر الرئاسي - أرشيف</figcaption></figure>
<div class="entry-content wp-block-post-content">{ps(b[:3])}<blockquote class="wp-block-quote"><p>{b[3]}</p></blockquote>
<div class="wp-block-group related-box"><h3>قد يهمك</h3><ul>{links(o[:3])}</ul></div></div></main>
<section class="wp-block-query"><h2>المزيد من الأخبار</h2>{''.join(f'<div class="wp-block-post"><h3><a href="/x">{x}</a></h3></div>' for x in o[3:])}</section><footer>نبأ اليوم © 2022</footer></div>'''), \
    gold(k, '2022-06-05', 'نبأ اليوم', [o[0], o[4], 'السفيرة لدى وصولها'], modified='2022-06-05')

@page
def elementor(k=2):
    t, b = STORIES[k]; o = others(6, 6)
    w = lambda kind, x: f'<div class="elementor-element elementor-element-ab{len(x)} elementor-widget elementor-widget-{kind}"><div class="elementor-widget-container">{x}</div></div>'
    return doc(f'<title>{t} – أخبار الجبل</title><meta property="og:title" content="{t} – أخبار الجبل">',
f'''<div class="elementor elementor-location-header">{w('nav-menu', menu())}</div><div class="elementor elementor-location-single"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column">
{w('theme-post-title', f'<h2 class="elementor-heading-title">{t}</h2>')}{w('post-info', '<ul class="elementor-icon-list-items"><li itemprop="datePublished"><a href="/2020/11/18/"><span class="elementor-post-info__item--type-date">18 نوفمبر 2020</span></a></li></ul>')}
{w('theme-post-content', ps(b))}{w('share-buttons', '<span>شارك على فيسبوك</span><span>شارك على تويتر</span>')}{w('posts', ''.join(f'<article class="elementor-post"><h3 class="elementor-post__title"><a href="/q">{x}</a></h3><div class="elementor-post__excerpt"><p>تفاصيل أخرى عن الخبر تجدونها في الصفحة التالية مع صور...</p></div></article>' for x in o[:4]))}</div></div></section></div>
<div class="elementor elementor-location-footer">{w('heading', '<h2>أخبار الجبل</h2>')}{w('text-editor','<p>جميع الحقوق محفوظة 2020</p>')}</div>'''), \
    gold(k, '2020-11-18', 'أخبار الجبل', [o[0], 'شارك على فيسبوك', 'تفاصيل أخرى عن الخبر'])

@page
def drupal(k=3):
    t, b = STORIES[k]; o = others(9, 6)
    return doc(f'<title>{t} | بوابة الاقتصاد</title><link rel="canonical" href="https://iqtisad.example/node/771"><meta name="dcterms.date" content="2019-10-02T12:30+03:00">',
f'''<div class="dialog-off-canvas-main-canvas"><header role="banner"><div class="region region-header"><a class="logo" title="بوابة الاقتصاد" href="/">الرئيسية</a></div><nav role="navigation">{menu()}</nav></header>
<div class="region region-breadcrumb"><ol class="breadcrumb"><li>الرئيسية</li><li>مصارف</li></ol></div><main role="main"><div class="layout-content"><h1 class="page-header"><span class="field field--name-title">{t}</span></h1>
<article role="article" class="node node--type-article"><div class="node__content"><div class="field field--name-field-date">الأربعاء، 2 تشرين الأول/أكتوبر 2019</div>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">{ps(b)}</div><div class="field field--name-field-tags"><div class="field__label">كلمات مفتاحية</div><a href="/t">فائدة</a> <a href="/u">تضخم</a></div></div></article></div>
<aside class="layout-sidebar-second" role="complementary"><div class="block"><h2>الأكثر قراءة</h2><ul>{links(o)}</ul></div></aside></main></div><footer role="contentinfo">Powered by Drupal</footer>'''), \
    gold(k, '2019-10-02', 'بوابة الاقتصاد', [o[0], o[3], 'Powered by Drupal'])

@page
def joomla(k=4):
    t, b = STORIES[k]; o = others(2, 6)
    return doc(f'<title>الملعب العربي - {t}</title><meta name="generator" content="Joomla!">',
f'''<div class="body"><div class="container"><header class="header"><a class="brand pull-left" href="/">الملعب العربي</a></header><nav class="navigation">{menu()}</nav><div class="row-fluid"><div id="aside" class="span3"><div class="well"><h3 class="page-header">آخر الأخبار</h3><ul class="latestnews">{links(o[:4])}</ul></div></div>
<main id="content" class="span9"><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{t}</h2></div><dl class="article-info muted"><dt class="article-info-term">التفاصيل</dt><dd class="published"><span class="icon-calendar"></span><time datetime="2018-04-21T20:10:00+00:00" itemprop="datePublished">نشر بتاريخ: 21 أبريل 2018</time></dd><dd class="hits">الزيارات: 1432</dd></dl>
<div itemprop="articleBody">{ps(b)}</div><ul class="pager pagenav"><li class="previous"><a href="/a">{o[4]}</a></li><li class="next"><a href="/b">{o[5]}</a></li></ul></div></main></div></div></div>'''), \
    gold(k, '2018-04-21', 'الملعب العربي', [o[0], o[4], 'الزيارات: 1432'])

@page
def blogger(k=5):
    t, b = STORIES[k]; o = others(12, 6)
    br = '<br /><br />'.join(b)
    return doc(f"<title>مدونة المعرفة: {t}</title><meta content='blogger' name='generator'/><meta content='{t}' property='og:title'/><link href='https://marifa.blogspot.example/2017/02/blog-post_14.html' rel='canonical'/>",
f'''<div class='content'><div class='content-outer'><div class='header-outer'><h1 class='title'><a href='/'>مدونة المعرفة</a></h1><p class='description'><span>كل جديد في العلوم</span></p></div><div class='main-outer'><div class='date-outer'><h2 class='date-header'><span>الثلاثاء، 14 فبراير 2017</span></h2><div class='date-posts'><div class='post-outer'><div class='post hentry'>
<h3 class='post-title entry-title' itemprop='name'>{t}</h3><div class='post-body entry-content' id='post-body-55'><div dir="rtl" style="text-align: right;" trbidi="on">{br}</div></div><div class='post-footer'><span class='post-author vcard'>مرسلة بواسطة <span class='fn'>أبو سامر</span></span> <a class='timestamp-link' href='/x'><abbr class='published' title='2017-02-14T09:30:00+02:00'>9:30 ص</abbr></a></div></div><div class='comments' id='comments'><h4>ليست هناك تعليقات:</h4><p>إرسال تعليق</p></div></div></div></div></div>
<aside><div class='widget PopularPosts'><h2>المشاركات الشائعة</h2><ul>{links(o)}</ul></div></aside></div></div>'''), \
    gold(k, '2017-02-14', 'مدونة المعرفة', [o[0], 'كل جديد في العلوم', 'مرسلة بواسطة'])

@page
def amp(k=6):
    t, b = STORIES[k]; o = others(15, 4)
    h, x = doc(f'<title>{t}</title><style amp-boilerplate>body{{visibility:hidden}}</style><noscript><style>body{{animation:none}}</style></noscript><script type="application/ld+json">{json.dumps({"@type":"NewsArticle","headline":t,"datePublished":"2023-01-16 21:40:00","publisher":{"@type":"Organization","name":"برلمان نيوز"}},ensure_ascii=False)}</script>',
f'''<amp-sidebar id="s" layout="nodisplay"><ul>{links(SECTIONS)}</ul></amp-sidebar><header class="amp-wp-header"><div><a href="/">برلمان نيوز</a></div></header><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{t}</h1><div class="amp-wp-meta amp-wp-posted-on"><time datetime="2023-01-16T21:40:00+00:00">قبل يومين</time></div></header>
<amp-img src="a.jpg" alt="قاعة المجلس"></amp-img><div class="amp-wp-article-content">{ps(b[:2])}<amp-ad width=300 height=250></amp-ad>{ps(b[2:])}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta">شارك</div></footer></article><amp-related><ul>{links(o)}</ul></amp-related>'''), \
    gold(k, '2023-01-16', 'برلمان نيوز', [o[0], o[2], 'قبل يومين'])
    return h.replace('<html ', '<html ⚡ '), x

@page
def nextjs(k=7):
    t, b = STORIES[k]; o = others(4, 5)
    data = json.dumps({"props": {"pageProps": {"article": {"title": t, "body": b[0]}}}}, ensure_ascii=False)
    return doc(f'<title data-next-head="">{t}</title><meta property="og:site_name" content="رادار الخليج"/><script type="application/ld+json">{json.dumps([{"@type":"BreadcrumbList"},{"@type":"NewsArticle","headline":t,"datePublished":"2024-02-11T05:20:11.000Z","author":[{"@type":"Person","name":"ليلى عبدالله"}]}],ensure_ascii=False)}</script>',
f'''<div id="__next"><div class="css-1x2y"><div class="css-9ab">{''.join(f'<a class="css-l" href="/{i}">{s}</a>' for i, s in enumerate(SECTIONS))}</div><div class="css-77f"><h1 class="css-t1">{t}</h1><div class="css-d3">11 فبراير 2024</div><div class="css-k0">{ps(b, ' class="css-p"')}</div><div class="css-rr"><div class="css-hh">مواضيع ذات صلة</div>{links(o, 'div')}</div></div></div></div><script id="__NEXT_DATA__" type="application/json">{data}</script>'''), \
    gold(k, '2024-02-11', 'رادار الخليج', [o[0], o[3]])

@page
def old_tables(k=8):
    t, b = STORIES[k]; o = others(7, 8)
    body = '<br>\n<br>\n'.join(b)
    return f'''<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1256"><TITLE>جريدة الصباح الجديد - {t}</TITLE></HEAD>
<BODY BGCOLOR=#FFFFFF><CENTER><TABLE WIDTH=780 BORDER=0><TR><TD COLSPAN=3><IMG SRC="logo.gif" ALT="جريدة الصباح الجديد"></TD></TR><TR><TD WIDTH=140 VALIGN=top><FONT SIZE=2>{''.join(f'<A HREF="s{i}.htm">{s}</A><BR>' for i, s in enumerate(SECTIONS))}</FONT></TD>
<TD WIDTH=480 VALIGN=top><FONT SIZE=5 COLOR=red><B>{t}</B></FONT><BR><FONT SIZE=2>السبت 14/05/2005</FONT><P><FONT SIZE=3>{body}</FONT></P></TD>
<TD WIDTH=160 VALIGN=top><FONT SIZE=2><B>أخبار أخرى</B><BR>{''.join(f'<A HREF="n{i}.htm">{x}</A><BR>' for i, x in enumerate(o))}</FONT></TD></TR><TR><TD COLSPAN=3><FONT SIZE=1>جميع الحقوق محفوظة لجريدة الصباح الجديد 2005</FONT></TD></TR></TABLE></CENTER></BODY></HTML>''', \
    gold(k, '2005-05-14', 'جريدة الصباح الجديد', [o[0], o[5], 'جميع الحقوق محفوظة'], charset='windows-1256')

@page
def old_tables_undeclared(k=9):
    t, b = STORIES[k]; o = others(10, 6)
    cells = ''.join(f'<tr><td class="txt" align="right" dir="rtl">{p}</td></tr>' for p in b)
    return f'''<html><head><title>{t}</title></head><body><table width="100%"><tr><td>{' | '.join(f'<a href="{i}.asp">{s}</a>' for i, s in enumerate(SECTIONS))}</td></tr></table>
<table><tr><td valign="top"><table><tr><td><h3>{t}</h3></td></tr><tr><td>تاريخ النشر: 03-11-2007</td></tr>{cells}<tr><td><a href="print.asp">طباعة</a> <a href="send.asp">أرسل لصديق</a></td></tr></table></td><td valign="top"><table>{''.join(f'<tr><td><a href="v{i}.asp">{x}</a></td></tr>' for i, x in enumerate(o))}</table></td></tr></table><p align="center">حقوق النشر محفوظة لموقع الحوادث اليومي © 2007</p></body></html>''', \
    gold(k, '2007-11-03', 'موقع الحوادث اليومي', [o[0], o[4], 'أرسل لصديق'], charset='windows-1256')

@page
def iso_8859_6(k=10):
    t, b = STORIES[k]; o = others(1, 5)
    return f'''<html><head><meta http-equiv="content-type" content="text/html; charset=iso-8859-6"><title>وكالة الأنباء الوطنية : {t}</title></head><body><div id="nav">{' - '.join(f'<a href="{i}">{s}</a>' for i, s in enumerate(SECTIONS))}</div><h2>{t}</h2><h4>الاثنين 8 كانون الثاني 2001</h4>{ps(b)}<hr><ul>{links(o)}</ul><address>وكالة الأنباء الوطنية</address></body></html>''', \
    gold(k, '2001-01-08', 'وكالة الأنباء الوطنية', [o[0], o[3]], charset='iso-8859-6')

@page
def wrong_charset(k=11):
    t, b = STORIES[k]; o = others(14, 5)
    return f'''<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><meta name="date" content="2016-07-23"><title>{t} :: موقع الحرف</title></head><body><div class="top">{menu()}</div><div class="news_details"><h1>{t}</h1><div class="news_date">23 تموز 2016</div><div class="news_text">{ps(b)}</div></div><div class="more_news"><h3>المزيد</h3><ul>{links(o)}</ul></div></body></html>''', \
    gold(k, '2016-07-23', 'موقع الحرف', [o[0], o[4]])

@page
def one_div(k=0):
    t, b = STORIES[k]; o = others(16, 6)
    text = '<br/>\n'.join([f'<b>{t}</b>', 'الاثنين 12 آذار 2012', ''] + b + ['', 'اقرأ أيضا:'] + [f'<a href="/{i}">{x}</a>' for i, x in enumerate(o)] + ['جميع الحقوق محفوظة'])
    return f'<html><head><meta charset=utf-8><title>{t}</title><meta property="og:site_name" content="شبكة الساحل"></head><body><div>' + ' '.join(f'<a href="/{s}">{s}</a>' for s in SECTIONS) + f'<br/>{text}</div></body></html>', \
    gold(k, '2012-03-12', 'شبكة الساحل', [o[0], o[5], 'جميع الحقوق محفوظة'])

@page
def broken_nesting(k=1):
    t, b = STORIES[k]; o = others(18, 6)
    return f'''<html><head><title>{t} « يوميات الشرق</title><body><div class=header><b><a href=/>يوميات الشرق<div class=menu><ul>{''.join(f'<li><a href=/{i}>{s}' for i, s in enumerate(SECTIONS))}</ul></div>
<div class=story><h1><font color=blue>{t}</h1></font><div class=date>الأحد 5 أيار 2013<p>{'<p><span>'.join(b)}</div></span><div class="related"><b>اقرأ أيضا<ul>{''.join(f'<li><a href=/x{i}>{x}' for i, x in enumerate(o))}</ul></b></table></div></td><div class=footer>يوميات الشرق &copy; 2013''', \
    gold(k, '2013-05-05', 'يوميات الشرق', [o[0], o[3]])

@page
def read_also_everywhere(k=2):
    t, b = STORIES[k]; o = others(20, 10); body = ''
    for i, p in enumerate(b):
        body += f'<p>{p}</p><p><a href="/r{i}"><strong>{o[2*i]}</strong></a></p><div class="inline-box"><span>شاهد أيضا</span><a href="/s{i}">{o[2*i+1]}</a></div>'
    return doc(f'<title>{t} - قناة الضفاف</title><meta property="og:site_name" content="قناة الضفاف"><meta property="article:published_time" content="2022-12-01T06:00:00+02:00">',
f'<header>{menu()}</header><main><h1>{t}</h1><div class="article__content">{body}<p>اقرأ المزيد: {o[8]}</p><p>للمزيد من التفاصيل: <a href="/z">{o[9]}</a></p></div></main>'), \
    gold(k, '2022-12-01', 'قناة الضفاف', o[:10])

@page
def live_blog(k=7):
    t, b = STORIES[k]; o = others(5, 5)
    entries = ''.join(f'<div class="live-entry"><time datetime="2023-09-1{4-i//2}T1{i}:20:00+03:00">1{i}:20</time><h3 class="entry-heading">تطور رقم {i + 1} في المباحثات البحرية</h3><p>{p}</p></div>' for i, p in enumerate(b))
    body = sum([[f'تطور رقم {i + 1} في المباحثات البحرية', p] for i, p in enumerate(b)], [])
    return doc(f'<title>مباشر.. {t} | المرصد</title><meta property="og:title" content="مباشر.. {t}"><meta property="og:site_name" content="المرصد"><script type="application/ld+json">{json.dumps({"@type":"LiveBlogPosting","headline":"مباشر.. "+t,"datePublished":"2023-09-14T08:00:00+03:00","dateModified":"2023-09-14T14:00:00+03:00"},ensure_ascii=False)}</script>',
f'<nav>{menu()}</nav><main><h1>مباشر.. {t}</h1><div class="live-blog">{entries}</div></main><aside><h4>الأكثر مشاهدة</h4><ul>{links(o)}</ul></aside>'), \
    gold(k, '2023-09-14', 'المرصد', [o[0], o[3]], title='مباشر.. ' + t, body=body, modified='2023-09-14')

@page
def two_articles(k=3):
    t, b = STORIES[k]; t2, b2 = STORIES[4]; o = others(8, 4)
    return doc(f'<title>{t} - نشرة المساء</title>',
f'<div class="top">{menu()}</div><div class="wrap"><div class="art"><h2 class="title">{t}</h2><div class="info">نشر في 4/6/2014</div>{ps(b)}</div><div class="art"><h2 class="title">{t2}</h2><div class="info">نشر في 5/6/2014</div>{ps(b2)}</div></div><ul class="more">{links(o)}</ul>'), \
    gold(k, '2014-06-04', 'نشرة المساء', [t2, ' '.join(b2[1].split()[:8]), ' '.join(b2[3].split()[:8]), o[0]])

@page
def infinite_scroll(k=5):
    t, b = STORIES[k]; t2, b2 = STORIES[6]; t3, b3 = STORIES[8]
    art = lambda t, b, d: f'<article class="single-article" data-url="/{len(t)}"><h1 class="article-title">{t}</h1><time datetime="{d}T10:00:00Z">{d}</time><div class="article-body">{ps(b)}</div><div class="tags"><a href="/t">أخبار</a></div></article>'
    return doc(f'<title>{t} | شاشة نيوز</title><meta property="og:title" content="{t}"><meta property="og:type" content="article">',
f'<header class="site-header">{menu()}</header><div id="feed">{art(t, b, "2021-08-19")}{art(t2, b2, "2021-08-18")}{art(t3, b3, "2021-08-17")}</div>'), \
    gold(k, '2021-08-19', 'شاشة نيوز', [t2, ' '.join(b2[0].split()[:8]), ' '.join(b3[2].split()[:8])])

@page
def listing_category(k=0):
    o = others(0, 12)
    items = ''.join(f'<article class="post hentry"><h2 class="entry-title"><a href="/{i}">{x}</a></h2><time datetime="2021-05-0{i%9+1}">{i%9+1} مايو 2021</time><div class="entry-summary"><p>{STORIES[i][1][1][:110]} [...]</p><a href="/{i}">اقرأ المزيد</a></div></article>' for i, x in enumerate(o))
    return doc('<title>سياسة | صحيفة المرفأ</title><meta property="og:type" content="website"><meta property="og:site_name" content="صحيفة المرفأ">', f'<nav>{menu()}</nav><main><h1 class="page-title">سياسة</h1>{items}<nav class="pagination"><a href="/2">2</a></nav></main>'), \
    gold(0, None, 'صحيفة المرفأ', [o[0], o[7]], title='سياسة', kind='listing')

@page
def listing_front(k=0):
    o = others(3, 20)
    blocks = ''.join(f'<div class="box"><h3>{SECTIONS[1 + i]}</h3><ul>{links(o[4*i:4*i+4])}</ul></div>' for i in range(5))
    return doc('<title>الأفق نيوز | آخر الأخبار</title><link rel="canonical" href="https://ufuq.example/">', f'<header>{menu()}</header><div class="slider"><h2><a href="/1">{o[0]}</a></h2></div>{blocks}<footer><p>الأفق نيوز موقع إخباري مستقل يقدم تغطية شاملة للأحداث على مدار الساعة، وينقل لقرائه آخر المستجدات في السياسة والاقتصاد والرياضة.</p></footer>'), \
    gold(0, None, 'الأفق نيوز', [o[1], o[9]], title='الأفق نيوز', kind='listing')

@page
def listing_search(k=0):
    o = others(6, 9)
    return doc('<title>نتائج البحث عن: ميناء</title>', f'<div class="nav">{menu()}</div><h1>نتائج البحث عن: ميناء</h1><div class="results">' + ''.join(f'<div class="res"><a href="/{i}"><b>{x}</b></a><br>{STORIES[i][1][2][:90]}...<br><small>{i+1}/3/2019</small></div>' for i, x in enumerate(o)) + '</div>'), \
    gold(0, None, '', [o[0], o[5]], title='نتائج البحث', kind='listing')

@page
def hijri_beside(k=6):
    t, b = STORIES[k]; o = others(13, 6)
    return doc(f'<title>{t} - صحيفة الجزيرة العربية</title>', f'<div class="header-bar">الخميس ٢٥ يونيو ٢٠٢٦</div><div class="menu">{menu()}</div><div class="content-area"><div class="page-content"><h1>{t}</h1><p class="meta-line">الأحد ١٤ رجب ١٤٤١هـ الموافق ٨ مارس ٢٠٢٠م</p>{ps(b)}</div></div><div class="side-list"><h5>الأكثر تعليقا</h5><ul>{links(o)}</ul></div>'), \
    gold(k, '2020-03-08', 'صحيفة الجزيرة العربية', [o[0], o[5], 'الخميس ٢٥ يونيو'])

@page
def hijri_only(k=8):
    t, b = STORIES[k]; o = others(19, 4)
    return doc(f'<title>{t} | مجلة البيان الثقافي</title>', f'<div class="nav">{menu()}</div><div class="post"><h1 class="post-title">{t}</h1><span class="date">5 صفر 1438 هـ</span><div class="post-content">{ps(b)}</div></div><div class="latest">{links(o, "p")}</div>'), \
    gold(k, None, 'مجلة البيان الثقافي', [o[0], o[3]])

@page
def relative_date(k=9):
    t, b = STORIES[k]; o = others(21, 4)
    return doc(f'<title>{t} | عاجل 24</title><meta property="og:site_name" content="عاجل 24">', f'<header>{menu()}</header><article><h1>{t}</h1><span class="time-ago">منذ 3 ساعات</span><section class="txt">{ps(b)}</section></article><section class="trend"><h2>الأكثر رواجا</h2>{links(o, "div")}</section>'), \
    gold(k, None, 'عاجل 24', [o[0], 'منذ 3 ساعات'])

@page
def maghrebi(k=11):
    t, b = STORIES[k]; o = others(11, 6)
    return doc(f'<title>{t} : جريدة الأطلس الإلكترونية</title><meta property="og:site_name" content="جريدة الأطلس الإلكترونية"><meta property="og:title" content="{t}">', f'<div id="hdr">{menu()}</div><div id="article_holder"><h1>{t}</h1><div id="article_info"><span class="writer">جريدة الأطلس - سكينة بنزين</span><span class="storydate">الجمعة 17 غشت 2018 - 09:45</span></div><div id="article_body">{ps(b)}</div><div id="share_this">شارك هذا الموضوع</div></div><div id="sub_stories"><ul>{links(o)}</ul></div>'), \
    gold(k, '2018-08-17', 'جريدة الأطلس الإلكترونية', [o[0], 'شارك هذا الموضوع'])

@page
def update_only(k=10):
    t, b = STORIES[k]; o = others(17, 5)
    return doc(f'<title>{t} - إذاعة الشام</title>', f'<div class="m">{menu()}</div><div class="s"><h1>{t}</h1><div class="u">آخر تحديث: 19 شباط/ فبراير 2015، 14:30 بتوقيت دمشق</div>{ps(b)}</div><div class="x">{links(o, "p")}</div>'), \
    gold(k, None, 'إذاعة الشام', [o[0]], modified='2015-02-19')

@page
def published_and_updated(k=0):
    t, b = STORIES[k]; o = others(22, 5)
    return doc(f'<title>{t}</title><meta property="og:site_name" content="الراصد">', f'<nav>{menu()}</nav><main><h1>{t}</h1><p class="dates">نُشر في: 30 أغسطس 2019: 09:10 ص GST آخر تحديث: 31 أغسطس 2019: 11:05 ص GST</p>{ps(b)}</main><aside>{links(o, "p")}</aside>'), \
    gold(k, '2019-08-30', 'الراصد', [o[0]], modified='2019-08-31')

@page
def url_date_only(k=4):
    t, b = STORIES[k]; o = others(2, 5)
    return doc(f'<title>{t} « كووورة المدينة</title><link rel="canonical" href="https://kora.example/2016/04/30/cup-final/">', f'<ul class="m">{links(SECTIONS)}</ul><div class="single"><h1>{t}</h1>{ps(b)}</div><div class="prev-next"><a href="/1">{o[0]}</a> <a href="/2">{o[1]}</a></div>'), \
    gold(k, '2016-04-30', 'كووورة المدينة', [o[0]])

@page
def crawl_day_on_top(k=3):
    t, b = STORIES[k]; o = others(12, 6)
    return doc(f'<title>{t} - الميزان</title>', f'<div class="topbar"><span class="date">الأحد 02 يونيو 2024</span> <a href="/login">دخول</a></div><nav>{menu()}</nav><div class="col"><h1>{t}</h1>{ps(b)}</div><div class="col2">{"".join(f"<div><a href=/q{i}>{x}</a><span>{i+1} يونيو 2024</span></div>" for i, x in enumerate(o))}</div>'), \
    gold(k, None, 'الميزان', [o[0], o[5]])

@page
def subtitle_and_lead(k=1):
    t, b = STORIES[k]; o = others(0, 5)
    return doc(f'<title>{t}</title><meta property="og:site_name" content="دبلوماسي"><meta itemprop="datePublished" content="2021-11-07">', f'<header>{menu()}</header><article><span class="kicker">مراسم</span><h1 class="headline">{t}</h1><h2 class="subtitle">ملف التأشيرات في مقدمة الاهتمامات</h2><figure><img src="x.jpg"><figcaption>جانب من مراسم الاستقبال (تصوير: نادر حلمي)</figcaption></figure><div class="article-body"><p class="lead">{b[0]}</p>{ps(b[1:])}</div><div class="author-box"><p>نادر حلمي صحفي متخصص في الشؤون الدبلوماسية، عمل مراسلا في عدة عواصم منذ عام 2009.</p></div></article><section class="recommended"><h3>نرشح لك</h3>{links(o, "p")}</section>'), \
    gold(k, '2021-11-07', 'دبلوماسي', ['جانب من مراسم الاستقبال', 'نادر حلمي صحفي متخصص', o[0]])

@page
def newsletter_inside(k=5):
    t, b = STORIES[k]; o = others(9, 5)
    return doc(f'<title>{t} | مختبر العلوم</title><meta property="article:published_time" content="2020-02-29T00:00:00Z">', f'<header>{menu()}</header><div class="content"><h1>{t}</h1><div class="body-copy">{ps(b[:2])}<div class="newsletter-signup"><h4>اشترك في نشرتنا البريدية</h4><p>تصلك أهم أخبار العلوم كل صباح مباشرة إلى بريدك، ويمكنك إلغاء الاشتراك في أي وقت.</p><form><input type="email"><button>اشترك</button></form></div>{ps(b[2:])}<p>تابعوا مختبر العلوم على فيسبوك وتويتر</p></div></div><div class="sidebar">{links(o, "p")}</div>'), \
    gold(k, '2020-02-29', 'مختبر العلوم', ['تصلك أهم أخبار العلوم', 'تابعوا مختبر العلوم', o[0]])

@page
def facebook_comments(k=6):
    t, b = STORIES[k]; o = others(4, 5)
    return doc(f'<title>{t} - صوت الدائرة</title><meta property="og:site_name" content="صوت الدائرة"><meta property="article:published_time" content="2017-09-12T17:00:00+01:00">', f'<div class="nav">{menu()}</div><div class="details"><h1>{t}</h1><div class="txt">{ps(b)}</div><div class="fb-comments" data-href="x"><p>{COMMENTS[0]}</p><p>{COMMENTS[1]}</p></div><h3>التعليقات</h3><div class="reader"><b>أبو أحمد</b><p>{COMMENTS[1]}</p></div><p>التعليقات المنشورة تعبر عن آراء القراء ولا تعبر عن رأي الموقع، ويرجى الالتزام بشروط النشر وعدم الإساءة.</p></div><div class="r">{links(o, "p")}</div>'), \
    gold(k, '2017-09-12', 'صوت الدائرة', [COMMENTS[0], COMMENTS[1], 'التعليقات المنشورة', o[0]])

@page
def aspnet_form(k=9):
    t, b = STORIES[k]; o = others(14, 6)
    return f'''<html xmlns="http://www.w3.org/1999/xhtml"><head id="Head1"><meta charset="utf-8" /><title>
	الأمن اليوم | {t}
</title></head><body><form name="aspnetForm" method="post" action="Details.aspx?id=12" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="{'dDw' * 900}" /><div id="ctl00_Menu">{menu()}</div><div id="ctl00_Body"><span id="ctl00_lblTitle" class="NewsTitle">{t}</span><span id="ctl00_lblDate" class="NewsDate">2011/12/06 03:25 م</span><span id="ctl00_lblBody" class="NewsBody">{ps(b)}</span></div><div id="ctl00_Latest"><ul>{links(o)}</ul></div></form></body></html>''', \
    gold(k, '2011-12-06', 'الأمن اليوم', [o[0], o[4]])

@page
def bom_and_marks(k=2):
    t, b = STORIES[k]; o = others(6, 5)
    body = ''.join(f'<p>\u202b{p.replace(" ", "&nbsp;", 2)}\u202c</p>' for p in b)
    return '\ufeff' + doc(f'<title>\u200f{t} &#8211; &quot;الديار&quot;</title><meta property="og:title" content="{t}"><meta property="og:site_name" content="الديار">', f'<div class="nav">{menu()}</div><h1>&#x202b;{t}</h1><time datetime="2014-01-03">03-01-2014</time><div class="story-body">{body}</div><div class="other-stories">{links(o, "p")}</div>'), \
    gold(k, '2014-01-03', 'الديار', [o[0]])

@page
def broken_json_ld(k=7):
    t, b = STORIES[k]; o = others(20, 5)
    return doc(f'''<title>{t} - الخط الأمامي</title><script type="application/ld+json">
{{ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "{t}",
"description": "{b[0][:60]}
{b[1][:40]}", "datePublished": "2018-10-25T10:00:00+03:00", "dateModified": "2018-10-26T10:00:00+03:00", "publisher": {{"@type": "Organization", "name": "الخط الأمامي", }}, }}</script>''', f'<nav>{menu()}</nav><div class="c"><h1>{t}</h1><div class="t">{ps(b)}</div></div><div class="d">{links(o, "p")}</div>'), \
    gold(k, '2018-10-25', 'الخط الأمامي', [o[0]], modified='2018-10-26')

@page
def misleading_names(k=10):
    t, b = STORIES[k]; o = others(10, 6)
    return doc(f'<title>{t} | نهر</title><meta property="og:site_name" content="نهر"><meta property="article:published_time" content="2022-05-20T10:00:00Z">', f'<div class="comments-open sidebar-right has-footer"><div class="header-wrap">{menu()}</div><div class="share-wrapper related"><h1>{t}</h1><div class="sidebar-content widget">{ps(b)}</div></div><div class="box-a">{links(o, "p")}</div></div>'), \
    gold(k, '2022-05-20', 'نهر', [o[0], o[5]])

@page
def divs_not_paragraphs(k=11):
    t, b = STORIES[k]; o = others(13, 6)
    return doc(f'<title>{t} • حارتنا</title>', f'<div class="a">{menu()}</div><div class="b"><div class="c"><div class="d">{t}</div><div class="e">22.09.2019</div><div class="f">{"".join(f"<div>{p}</div>" for p in b)}</div></div><div class="g">{"".join(f"<div><a href=/{i}>{x}</a></div>" for i, x in enumerate(o))}</div></div><div class="h">حارتنا © جميع الحقوق محفوظة</div>'), \
    gold(k, '2019-09-22', 'حارتنا', [o[0], 'جميع الحقوق'])

@page
def ad_splits_body(k=8):
    t, b = STORIES[k]; o = others(16, 8)
    return doc(f'<title>{t} - ورق</title><meta property="og:type" content="article"><meta name="pubdate" content="2023-04-27">', f'<header>{menu()}</header><div class="post-single"><h1>{t}</h1><div class="seg seg-1">{ps(b[:2])}</div><div class="ad-slot"><p>إعلان</p><p>اشتر الآن هاتفك الجديد بالتقسيط المريح من دون فوائد ولمدة عامين كاملين.</p></div><div class="seg seg-2">{ps(b[2:3])}</div><div class="poll">هل تزور المعرض؟ نعم لا</div><div class="seg seg-3">{ps(b[3:])}</div></div><ul class="sidebar">{links(o)}</ul>'), \
    gold(k, '2023-04-27', 'ورق', ['اشتر الآن هاتفك', 'هل تزور المعرض', o[0]])

@page
def flash(k=2):
    t, b = STORIES[k]; o = others(1, 9)
    return doc(f'<title>عاجل: {t} - نبض</title><meta property="og:title" content="عاجل: {t}"><meta property="og:type" content="article"><meta property="og:site_name" content="نبض"><meta property="article:published_time" content="2024-03-03T03:03:03Z">', f'<header>{menu()}</header><article class="post"><h1>عاجل: {t}</h1><div class="post-content"><p>{b[2]}</p></div></article><div class="latest-news">{links(o, "p")}</div>'), \
    gold(k, '2024-03-03', 'نبض', [o[0], o[5]], title='عاجل: ' + t, body=[b[2]])

@page
def interview(k=5):
    t, b = STORIES[k]; o = others(3, 4)
    qa = ['متى بدأت الفكرة؟', b[1], 'وما الخطوة التالية؟', b[3], 'هل من تمويل؟', 'لا، ليس بعد.', 'كلمة أخيرة؟', b[2]]
    return doc(f'<title>{t} | حوارات</title><meta property="article:published_time" content="2021-01-20">', f'<nav>{menu()}</nav><article><h1>{t}</h1><div class="entry">{"".join(f"<p><strong>{x}</strong></p>" if i % 2 == 0 else f"<p>{x}</p>" for i, x in enumerate(qa))}</div></article><footer>{links(o, "p")}</footer>'), \
    gold(k, '2021-01-20', 'حوارات', [o[0]], body=qa)

@page
def utf16(k=0):
    t, b = STORIES[k]; o = others(18, 4)
    return f'<html><head><title>{t} - الأرشيف القديم</title></head><body><h1>{t}</h1><p>12 كانون الأول 2003</p>{ps(b)}<hr>{links(o, "p")}</body></html>', \
    gold(k, '2003-12-12', 'الأرشيف القديم', [o[0]], charset='utf-16le')

@page
def logo_only(k=11):
    t, b = STORIES[k]; o = others(21, 5)
    return doc(f'<title>{t}</title>', f'<div class="head"><a href="/"><img class="site-logo" src="/img/l.png" alt="صدى القرى"></a>{menu()}</div><div class="news-item"><h1>{t}</h1><div class="news-date">الأربعاء 9 تشرين الثاني 2016</div>{ps(b)}</div><div class="news-list">{links(o, "p")}</div>'), \
    gold(k, '2016-11-09', 'صدى القرى', [o[0]])

@page
def english_dates(k=3):
    t, b = STORIES[k]; o = others(8, 4)
    return doc(f'<title>Masaref – {t}</title><meta name="application-name" content="Masaref">', f'<div class="nav">{menu()}</div><div class="post"><h1 class="t">{t}</h1><div class="post-meta"><span class="post-date">Published: Tuesday, October 15, 2013 04:20 PM</span></div><div class="post-text">{ps(b)}</div><div class="post-share">Share Tweet Email</div></div><div class="read-more-list">{links(o, "p")}</div>'), \
    gold(k, '2013-10-15', 'Masaref', [o[0], 'Share Tweet'])

@page
def collapsed(k=6):
    t, b = STORIES[k]; o = others(5, 6)
    return doc(f'<title>{t} - منبر</title><meta property="og:site_name" content="منبر"><meta property="article:published_time" content="2019-02-14T11:00:00Z">', f'<header>{menu()}</header><main class="main"><div class="modal" style="display: none"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك، وبمتابعتك تصفح الموقع فإنك توافق على ذلك.</p></div><div class="cookie-banner"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك، وبمتابعتك تصفح الموقع فإنك توافق على ذلك.</p></div><h1>{t}</h1><div class="read-more-content"><div class="content-inner">{ps(b)}</div></div><div class="audio-player">استمع إلى المقال 3:20</div></main><div class="tabs"><div class="tab">{links(o[:3], "p")}</div><div class="tab">{links(o[3:], "p")}</div></div>'), \
    gold(k, '2019-02-14', 'منبر', [o[0], 'ملفات تعريف الارتباط', 'استمع إلى المقال'])

def main():
    out = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)); lines = []
    for make in PAGES:
        text, g = make()
        name = make.__name__ + '.html'
        codec = {'utf-16le': 'utf-16'}.get(g['charset'], g['charset'])
        with open(os.path.join(out, name), 'wb') as f: f.write(text.encode(codec, 'xmlcharrefreplace'))
        lines.append(json.dumps({'file': name, **g}, ensure_ascii=False))
    with open(os.path.join(out, 'gold.jsonl'), 'w', encoding='utf-8') as f: f.write('\n'.join(lines) + '\n')
    print(len(lines), 'pages')
if __name__ == '__main__': main()
