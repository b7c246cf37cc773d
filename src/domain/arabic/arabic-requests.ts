/** PURE: what the API says of requests, keys and its own state, in Arabic: form by form. */
export const requestSentences: Readonly<Record<string, string>> = {
  // ── how it was asked ──
  'There is nothing at {path}. The API is described at /docs.':
    'لا شيء عند {path}. الواجهة البرمجية موصوفة في /docs.',
  '{method} is not possible here; {allow} are.': 'لا يمكن {method} هنا؛ المتاح: {allow}.',
  '{method} is not possible here; GET is.': 'لا يمكن {method} هنا؛ المتاح: GET.',
  'One field is invalid.': 'حقل واحد غير صالح.',
  '{count} fields are invalid.': 'حقول غير صالحة، عددها {count}.',
  'The body {fault}.': 'متن الطلب: {fault}.',
  'The path {fault}.': 'المسار: {fault}.',
  'The row {fault}.': 'السطر: {fault}.',
  'The parameter {name} {fault}.': 'المعامل {name}: {fault}.',
  'The body cannot be accepted as it is.': 'لا يمكن قبول متن الطلب كما هو.',
  'is not valid JSON': 'ليس JSON صالحًا',
  'is not valid UTF-8': 'ليس بترميز UTF-8 صالح',
  'is a name that is not allowed': 'اسم غير مسموح به',
  'must not be nested deeper than {deepest} levels': 'يجب ألا يتجاوز تداخله {deepest} من المستويات',
  'is too much: a body has at most {most} entries in all':
    'أكثر مما يُقبل: أقصى عدد العناصر في المتن كله {most}',
  'is a number that cannot be kept exactly; send it as text': 'رقم لا يمكن حفظه كما هو؛ أرسله نصًا',
  'has a name that {fault}': 'له اسم لا يصلح: {fault}',
  'is not known here': 'غير معروف هنا',
  'is given more than once': 'مذكور أكثر من مرة',
  'must be ar or en': 'يجب أن يكون ar أو en',
  'must be a number of pixels': 'يجب أن يكون عددًا من البكسلات',
  'The body is larger than {limit}.': 'متن الطلب أكبر من {limit}.',
  'Send the body as `Content-Type: {types}`, encoded in UTF-8.':
    'أرسل متن الطلب بـ`Content-Type: {types}` وبترميز UTF-8.',
  'Send the body uncompressed, or with gzip, deflate or br.':
    'أرسل متن الطلب دون ضغط، أو بـgzip أو deflate أو br.',
  'The request could not be read to its end.': 'تعذّرت قراءة الطلب إلى آخره.',
  'This could not be read as an HTTP request.': 'تعذّرت قراءة هذا كطلب HTTP.',
  '{detail} ({count} faults.)': '{detail} (عدد الأخطاء {count}.)',
  'The cursor is not one this list gave out. Start again without `after`.':
    'ليس هذا المؤشر من هذه القائمة. ابدأ من جديد دون `after`.',
  'The cursor is not one that this feed gave out.': 'ليس هذا المؤشر من هذا التلقيم.',
  'The cursor stands for no place in this feed: it is of another installation, or this one was set back to an earlier state. Go on with `after=start`, or without it from now on.':
    'لا موضع لهذا المؤشر في هذا التلقيم: هو من منصة أخرى، أو أُعيدت هذه المنصة إلى حال سابقة. تابع بـ`after=start`، أو دونه من الآن.',
  'The header Last-Event-ID holds no id of this stream.':
    'لا تحمل الترويسة Last-Event-ID معرّفًا من هذا التدفق.',
  'This key has {count} streams open, as many as it may. Close one of them first.':
    'لهذا المفتاح {count} من التدفقات المفتوحة، وهو أقصى ما يُسمح به. أغلق واحدًا أولًا.',
  'What a claim will be is not known: `asOf` lies in the future.':
    'لا يُعرف ما سيصير إليه الادعاء: يقع `asOf` في المستقبل.',
  'There are no figures for this window.': 'لا أرقام لهذه المدة.',
  'Nothing is published at this address.': 'لا شيء منشور عند هذا العنوان.',
  'There is no such part of the map.': 'لا جزء كهذا من خريطة الموقع.',
  'This installation has no identity provider. Sign in with a key.': 'لا موفّر هوية لهذه المنصة. ادخل بمفتاح.',

  // ── who asks ──
  'This key is not valid: see that it is all there, or ask an admin for another.':
    'هذا المفتاح غير صالح: تأكد من أنه كامل، أو اطلب غيره من مشرف.',
  'Send a key: `Authorization: Bearer <key>`.': 'أرسل مفتاحًا: `Authorization: Bearer <key>`.',
  'This session has ended. Sign in again.': 'انتهت هذه الجلسة. ادخل من جديد.',
  'This needs a key of role {roles}; yours has role {role}.':
    'يتطلب هذا مفتاحًا لدور {roles}؛ ودور مفتاحك {role}.',
  'This may be sent from a page of this installation only, or with a bearer key.':
    'لا يُرسَل هذا إلا من صفحة لهذه المنصة، أو بمفتاح في `Authorization`.',
  'Signing in with a browser from another machine needs TLS: reach this installation by https, through a proxy of yours that says so in `X-Forwarded-Proto` (`TRUSTED_PROXIES`). What was sent went unencrypted: replace the key.':
    'يتطلب الدخول بمتصفح من جهاز آخر TLS: افتح هذه المنصة بـhttps، عبر وكيل لك يقول ذلك في `X-Forwarded-Proto` (`TRUSTED_PROXIES`). ما أُرسل مرّ دون تعمية: استبدل المفتاح.',
  'Too many requests. Ask again in {seconds} seconds.':
    'طلبات أكثر مما يُسمح به. عدد الثواني حتى المحاولة التالية: {seconds}.',
  'You are signed in, but no member here is tied to that. Give an admin the issuer and subject below, to add to your member.':
    'دخلت، ولا عضو هنا مرتبط بهذه الهوية. أعطِ المشرف issuer وsubject أدناه ليضيفهما إلى عضويتك.',
  'The identity provider cannot be asked at the moment. Try again shortly, or use a key.':
    'لا يمكن الوصول إلى موفّر الهوية الآن. حاول بعد قليل، أو ادخل بمفتاح.',
  'You are not an active editor any more.': 'لم تعد محررًا فعّالًا.',

  // ── sent again, or beside another ──
  'Send `{header}` as a text of up to 255 characters in quotes, such as a new UUID.':
    'أرسل `{header}` نصًا بين علامتي اقتباس لا يتجاوز 255 حرفًا، مثل UUID جديد.',
  'This `Idempotency-Key` came with another request. A new request takes a new key.':
    'جاء هذا `Idempotency-Key` مع طلب آخر. للطلب الجديد مفتاح جديد.',
  'A request with this `Idempotency-Key` is under way. Send it again in a moment.':
    'طلب بهذا `Idempotency-Key` قيد التنفيذ. أرسله من جديد بعد لحظة.',
  'This was done, and answered to you in another role than yours is now. The answer is not given again: read what you may see of it.':
    'تم هذا، وأُجبت عنه بدور غير دورك الآن. لا يُعاد الجواب: اقرأ ما لك أن تراه منه.',
  'This was done: {operation}. The answer held a secret, which is shown once and kept nowhere. If it was lost, revoke what was made and make another.':
    'تم هذا: {operation}. كان في الجواب سرّ يُعرض مرة ولا يُحفظ. إن ضاع فألغِ ما صُنع واصنع غيره.',
  'This has changed since you read it. Fetch it again and repeat the change.':
    'تغيّر هذا منذ قرأته. اقرأه من جديد ثم أعد التغيير.',
  'Send `If-Match` with the ETag of the version you are changing.':
    'أرسل `If-Match` بوسم النسخة التي تغيّرها.',
  'Another erasure is under way, and they are made one by one. Send it again in a moment.':
    'محو آخر قيد التنفيذ، ولا يُنفَّذ إلا واحد بعد واحد. أرسله من جديد بعد لحظة.',
  'Somebody else changed it in the meantime: read it again.': 'غيّره غيرك في هذه الأثناء: اقرأه من جديد.',

  // ── the state of the installation ──
  '{why} Reading works. Try again once the operator has seen to it.':
    '{why} القراءة متاحة. حاول من جديد بعد أن يعالج المشغّل الأمر.',
  'The database takes no writes: {why}.': 'لا تقبل قاعدة البيانات الكتابة: {why}.',
  '{fault} Tell the operator.': '{fault} أخبر المشغّل.',
  'This is a test: nothing has happened.': 'هذا اختبار: لم يحدث شيء.',
  'Something went wrong on our side. Please tell the operator this request id.':
    'حدث خطأ عندنا. أخبر المشغّل بمعرّف هذا الطلب من فضلك.',
  'A rule of the record refused this: what it rests on has changed. Read it again and decide anew.':
    'رفضت هذا قاعدة من قواعد السجل: تغيّر ما يقوم عليه. اقرأه من جديد ثم قرّر.',
  'The database cannot answer at the moment. Try again shortly.':
    'لا تجيب قاعدة البيانات الآن. حاول بعد قليل.',
  'Too many ask for this at the same moment. Try again shortly.':
    'يطلب هذا كثيرون في اللحظة نفسها. حاول بعد قليل.',
  'Too much is being written at the moment. Try again shortly.': 'يُكتب الآن أكثر مما يُحتمل. حاول بعد قليل.',
  'The secrets of this installation cannot be opened: SECRETS_KEY_FILE is not the file they were kept under. Tell the operator.':
    'لا يمكن فتح أسرار هذه المنصة: ليس SECRETS_KEY_FILE هو الملف الذي حُفظت تحته. أخبر المشغّل.',
  'The job {id} has not been given up, or is being tried again.':
    'لم يُتخلَّ عن العمل {id}، أو هو قيد المحاولة من جديد.',
  'No checkpoint covers this event yet. One is signed each day: ask again then.':
    'لا تشمل هذا الحدث نقطة موقّعة بعد. تُوقَّع واحدة كل يوم: اسأل حينئذ.',
  'it is read-only, as a standby is': 'هي للقراءة فقط، كما يكون الخادم الاحتياطي',
  'its disk is full': 'امتلأ قرصها',
  'its disk does not work': 'قرصها لا يعمل',

  // ── sources ──
  'The source is {status}: there is nothing to {event}.': 'حال المصدر: {status}؛ فلا محل للخطوة «{event}».',
  'A source cannot be merged into itself.': 'لا يُدمج المصدر في نفسه.',
  'The source {ref} was merged into this one: split that one first.':
    'المصدر {ref} مدموج في هذا المصدر: افصله أولًا.',
  'The source {ref} was merged into {into}: merge into that one.':
    'المصدر {ref} مدموج في {into}: ادمج في هذا الأخير.',
  'The names of the source {ref} are withheld: merge into one that has a name.':
    'أسماء المصدر {ref} محجوبة: ادمج في مصدر له اسم.',
  'An erasure of its names, or of those of the other source, waits for a second person: have it decided on first.':
    'محو أسمائه أو أسماء المصدر الآخر ينتظر شخصًا ثانيًا: ليُبَتّ فيه أولًا.',

  // ── members, keys, webhooks ──
  'The ref {ref} is taken. Choose another, or leave it out to be given one.':
    'الرمز {ref} مأخوذ. اختر غيره، أو اتركه ليُعطى لك رمز.',
  'One of these identities is tied to another member.': 'إحدى هذه الهويات مرتبطة بعضو آخر.',
  'One of these identities is named twice.': 'إحدى هذه الهويات مذكورة مرتين.',
  'Nobody here has or had this identity: name it by its subject.':
    'ليست هذه الهوية لأحد هنا ولم تكن: سمّها بموضوعها (subject).',
  'A tool can only be a reader: work is done, and answered for, by people.':
    'لا تكون الأداة إلا قارئًا: العمل والمساءلة عنه للناس.',
  'This is the last active admin. Make another member admin first.':
    'هذا آخر مشرف فعّال. اجعل عضوًا آخر مشرفًا أولًا.',
  'Only checkers and editors are handed work, and can be away from it.':
    'لا يُسند العمل إلا إلى المدققين والمحررين، ولا يغيب عنه غيرهم.',
  'The key is revoked, or has a successor already.': 'المفتاح ملغى، أو له خلف.',
  'This key stands for a sign-in at the identity provider and has no secret.':
    'هذا المفتاح يمثّل دخولًا عبر موفّر الهوية، ولا سرّ له.',
  'The key would have expired already.': 'موعد انتهاء المفتاح قد مضى.',
  'It is {status}: there is nothing to {event}.': 'حاله: {status}؛ فلا محل للخطوة «{event}».',
  'Nobody confirmed it within {hours} hours. Ask for it again.':
    'لم يؤكده أحد خلال {hours} ساعة. اطلبه من جديد.',
  'Only the admin who asked for the change may withdraw it. You may reject it.':
    'لا يسترجعه إلا المشرف الذي طلبه؛ ولك أن ترفضه.',
  'You asked for it yourself, as this member or another one of yours: another admin has to confirm it.':
    'أنت من طلبه، بهذه العضوية أو بأخرى لك: لا بد أن يؤكده مشرف آخر.',
  'Only an active admin decides on it.': 'لا يقرر فيه إلا مشرف فعّال.',
  'Only an active editor or admin decides on it.': 'لا يقرر فيه إلا محرر أو مشرف فعّال.',
  'The admin who asked for the change is not active any more. Reject it, and ask for it yourself.':
    'لم يعد المشرف الذي طلبه فعّالًا. ارفضه، ثم اطلبه بنفسك.',
  'A {kind} has no {texts}.': 'لا يوجد في {kind}: {texts}.',
  'There is no other admin or editor who could confirm it: use "isnad erase" on a machine that reaches the database.':
    'لا مشرف آخر ولا محرر يؤكده: استعمل "isnad erase" على جهاز يصل إلى قاعدة البيانات.',
  'The source was merged into another: withhold that one, and it goes along.':
    'دُمج المصدر في غيره: احجب ذلك المصدر فيُحجب هذا معه.',
  'Other sources are merged into it than when this was asked for: reject it, and ask for it again.':
    'دُمجت فيه مصادر غير التي كانت عند الطلب: ارفضه، ثم اطلبه من جديد.',
  'A change of them waits for another admin: decide on it first.':
    'ينتظر تغيير يخصهم مشرفًا آخر: قرّر فيه أولًا.',
  'They are an active member: set them inactive first.': 'العضو فعّال: أوقف عضويته أولًا.',
  'Nobody could decide on the verdict of {claims} then: have it decided first, make another editor, or send "override": true.':
    'لن يبقى عندئذ من يقرر في حكم {claims}: ليُقرَّر فيه أولًا، أو عيّن محررًا آخر، أو أرسل "override": true.',
  'Nobody could decide on the verdict of {claims} then: have it decided first, or make the member without that identity.':
    'لن يبقى عندئذ من يقرر في حكم {claims}: ليُقرَّر فيه أولًا، أو أنشئ العضو من دون هذه الهوية.',
  'Nobody could begin a correction of {claims} then: make another editor first, or send "override": true.':
    'لن يبقى عندئذ من يبدأ تصحيح {claims}: عيّن محررًا آخر أولًا، أو أرسل "override": true.',
  'must hold no invisible characters': 'يجب ألا يحوي حروفًا خفية',
  'We do not call this address.': 'لا نتصل بهذا العنوان.',
  'The webhook is {status}: there is nothing to {event}.': 'حال الخطّاف: {status}؛ فلا محل للخطوة «{event}».',
  'Its member is not active, or the key it was made with is revoked or expired: another key of that member has to enable it.':
    'عضوه غير فعّال، أو المفتاح الذي صُنع به ملغى أو منتهٍ: لا بد أن يفعّله مفتاح آخر لذلك العضو.',
  'Only the member whom the webhook belongs to does this. An admin may disable, enable or delete it.':
    'لا يفعل هذا إلا العضو صاحب الخطّاف. وللمشرف أن يعطّله أو يفعّله أو يحذفه.',
  'A member has {count} webhooks at most. Delete one first.':
    'للعضو {count} من الخطّافات على الأكثر. احذف واحدًا أولًا.',
  'Nobody is called for this database yet: isnad adopt': 'لا يُتصل بأحد من أجل هذه القاعدة بعد: isnad adopt',

  // ── at fields of requests ──
  'must not name a type twice': 'يجب ألا يذكر نوعًا مرتين',
  'names a header a second time': 'يذكر ترويسة مرة ثانية',
  'must hold at most {most} headers': 'أقصى عدد ترويساته {most}',
  'must be a digest or a revision': 'يجب أن يكون بصمة أو رقم مراجعة',
  'must be the slug of a rating': 'يجب أن يكون رمز تصنيف',
  'must be after the year 2000': 'يجب أن يكون بعد السنة 2000',
  'must lie after the year 2000': 'يجب أن يقع بعد السنة 2000',
  'must be a `position` of the inbox': 'يجب أن يكون `position` من الوارد',
  'needs either a provision or an instrument': 'يحتاج إلى بند أو صك، لا إلى كليهما',
  'is the name of an operation': 'هو اسم عملية',
  'must have at most {most} links in all': 'أقصى عدد حلقاته كلها {most}',
  'must be a day such as 2006-10-14': 'يجب أن يكون يومًا مثل 2006-10-14',
  'needs either a document or a page': 'يحتاج إلى وثيقة أو صفحة، لا إلى كليهما',
  'must be a Wikidata item such as Q423': 'يجب أن يكون عنصرًا من Wikidata مثل Q423',
  'must not name a language twice': 'يجب ألا يذكر لغة مرتين',
  'must not name a topic twice': 'يجب ألا يذكر موضوعًا مرتين',
  'must not name an identity twice': 'يجب ألا يذكر هوية مرتين',
  'must be of an identity that a member has or had': 'يجب أن تكون لهوية يملكها عضو أو كان يملكها',
  'must be 1 to 255 printable ASCII characters without spaces':
    'يجب أن يكون من 1 إلى 255 حرف ASCII بلا مسافات',
  'must have a subject or a digest': 'يجب أن يكون فيه subject أو digest',
  'must be the name of an action': 'يجب أن يكون اسم إجراء',
  'must not have more than 200': 'يجب ألا تزيد على 200',
  'must be lower-case words joined by hyphens': 'يجب أن يكون كلمات لاتينية صغيرة تصلها شرطات',
  'must be a URL that starts with http:// or https://': 'يجب أن يكون رابطًا يبدأ بـ http:// أو https://',
  'must not contain a user name or password': 'يجب ألا يحوي اسم مستخدم أو كلمة سر',
  'must have at most {most} bytes in UTF-8': 'أقصى عدد بايتاته {most} بترميز UTF-8',
  'must be the name of a header, of at most 64 characters': 'يجب أن يكون اسم ترويسة لا يزيد على 64 حرفًا',
  'is a header that Isnad sends itself': 'ترويسة يرسلها إسناد بنفسه',
  'must be visible ASCII characters and blanks between them, at most {most}':
    'يجب أن يكون حروف ASCII مرئية ومسافات بينها، أقصاها {most}',
  'must be null: a neutral rating has no number': 'يجب أن يكون null: لا رقم لتصنيف محايد',
  'is required unless the rating is neutral': 'مطلوب ما لم يكن التصنيف محايدًا',
  'must be greater than worst': 'يجب أن يزيد على worst',
  'must be from worst to best': 'يجب أن يقع بين worst وbest',
  'must have a host that is known outside as well': 'يجب أن يكون له مضيف معروف في الخارج أيضًا',
  'must not lead to port {port}, which is not for the web': 'يجب ألا يقود إلى المنفذ {port}، فليس للويب',
  'must not lead to an address that is {what}': 'يجب ألا يقود إلى عنوان من هذا الصنف: {what}',
  'An interval has two sides; {text} has {count}.': 'للمدة طرفان؛ أما {text} فعدد أطرافه {count}.',
  'An interval needs a date on at least one side.': 'تحتاج المدة إلى تاريخ في أحد طرفيها على الأقل.',
  'The sides of an interval are dates without a time of day.': 'طرفا المدة تاريخان بلا ساعة.',
  'The interval ends ({to}) before it starts ({from}).': 'تنتهي المدة ({to}) قبل أن تبدأ ({from}).',
  '{text} is not a date in EDTF: write 2024, 2024-06, 2024-06-18, 2024-06-18~ or ../2024-06-18.':
    'ليس {text} تاريخًا وفق EDTF: اكتب 2024 أو 2024-06 أو 2024-06-18 أو 2024-06-18~ أو ../2024-06-18.',
  '{text} gives a smaller unit after an unspecified one.': 'في {text} وحدة أصغر بعد وحدة غير محددة.',
  '{text} names month {month}; months go from 01 to 12.': 'في {text} الشهر {month}؛ والأشهر من 01 إلى 12.',
  '{text} is not in the calendar: that month has {days} days.':
    'ليس {text} في التقويم: أيام ذلك الشهر {days}.',
  'is not a text of a {kind}: {texts}': 'ليس من نصوص {kind}: {texts}',
};
