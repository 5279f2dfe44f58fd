/** How a printed unit is normalised, and which letters behind it show that it was the beginning of a word. */
export type UnitWord = { printed: string; unit: string; not?: RegExp }

const word = (printed: string, unit = printed, not?: RegExp): UnitWord =>
  not ? { printed, unit, not } : { printed, unit }
const same = (printed: string): UnitWord[] => printed.split(' ').map(one => word(one))

/** Units that follow the number directly, sorted so that the longest comes first; printed in Simplified. */
export const UNIT_WORDS: UnitWord[] = [
  ...['人次', '人(次)', '人/次', '人﹒次', '名次', '名(次)'].map(one => word(one, '人次')),
  ...['人(名)', '名(人)', '位(名)'].map(one => word(one, '人')),
  word('人', '人', /^(?:大|民|社|才|身|文|居|工智|格|生)/),
  word('名', '人', /^(?:单|牌|录|称|誉|列)/),
  word('位', '人', /^(?:于|居|列|置|数|次|一体|[,。]?在)/),
  word('个人', '人', /^(?:大|民|社|才)/),
  ...['户次', '户(次)'].map(one => word(one, '户次')),
  word('户', '户', /^(?:外|籍|口)/),
  ...['场次', '场(次)', '场/次', '次(场)', '场(期)', '场(节)'].map(one => word(one, '场')),
  word('场', '场', /^(?:所|地|馆|景|面)/),
  word('次', '次', /^(?:序|年|日|元|生)/),
  word('件次', '件'),
  word('件(次)', '件'),
  word('例次', '例'),
  ...['期次', '期(次)'].map(one => word(one, '期')),
  word('期', '期', /^(?:间|望|限|待|盼)/),
  ...['个次', '个(次)', '个(家)', '个(所)', '个(处)'].map(one => word(one, '个')),
  word('个', '个', /^(?:[多半]?月|[多半]?小时|工作日|多?年头|春秋|季度|体|性|别|学期|多?星期|多?世纪|半)/),
  ...['家(次)', '家(个)'].map(one => word(one, '家')),
  word('家', '家', /^(?:庭|长|喻|国|暴|有|的|里)/),
  word('所', '所', /^(?:有|在|属|以|需|谓|得|示)/),
  word('件', '件', /^(?:套)/),
  word('条', '条', /^(?:例|件|约)/),
  word('项', '项', /^(?:目)/),
  word('对', '对', /^(?:口|象|接|于|外|照|标|策|[0-9一])/),
  word('份', '份', /^(?:额)/),
  word('例', '例', /^(?:如)/),
  word('起', '起', /^(?:来|草|步|点|诉|到|着|用)/),
  word('本', '本', /^(?:地|土|市|省|县|区|级|届|质)/),
  word('支', '支', /^(?:持|付|出|部|撑|委|教|农|援)/),
  word('处', '处', /^(?:理|置|分|于|罚|方|以)/),
  word('间', '间', /^(?:接|隔|断)/),
  word('座', '座', /^(?:谈|位)/),
  word('台', '台', /^(?:湾|账)/),
  word('轮', '轮', /^(?:车|驱|流|值)/),
  word('㎡', '平方米'),
  word('部', '部', /^(?:门|分|委|署|队|长|级)/),
  word('集', '集', /^(?:体|中|团|合|市|资|聚|成|约)/),
  word('节', '节', /^(?:点|日|约|能|目|水|粮|俭|育|庆|假|气)/),
  word('组', '组', /^(?:织|建|成|长|合|团|委)/),
  word('批次', '批次'),
  word('批', '批', /^(?:准|示|评|复|发)/),
  word('封', '封', /^(?:闭|建|面)/),
  word('首', '首', /^(?:批|次|届|个|先|要|位|席|家|部|创|府|都|饰|提|例)/),
  word('类', '类', /^(?:型|似|别)/),
  word('种', '种', /^(?:植|子|粮|业|养|类)/),
  word('片', '片', /^(?:区|面)/),
  word('头', '头', /^(?:雁|部|等)/),
  word('面', '面', /^(?:对|积|向|临|试|授|谈)/),
  word('门', '门', /^(?:诊|户|类|店)/),
  word('张', '张', /^(?:贴)/),
  word('站', '站', /^(?:点)/),
  word('班次', '班'),
  word('班', '班', /^(?:子|级|主|长|组|列)/),
  word('千克', '公斤'),
  word('字', '字', /^(?:样|符|号)/),
  word('学时', '课时'),
  word('级', '级', /^(?:别|以上|及|数)/),
  word('岁', '岁', /^(?:以|及|的|儿|至|到|-|—|~)/),
  word('元', '元', /^(?:旦|素|宵|月)/),
  word('元人民币', '元'),
  word('块钱', '元'),
  word('万(亿)元', '元'),
  ...['个百分点', '百分点', '个点'].map(one => word(one, '百分点')),
  ...['个千分点', '千分点'].map(one => word(one, '千分点')),
  word('%', '%'),
  word('‰', '‰'),
  ...['/10万', '/十万', '1/10万', '人/10万', '例/10万', '/100000', '/10 万', '/每10万'].map(one => word(one, '1/10万')),
  ...['/1000', '/千'].map(one => word(one, '‰')),
  ...same(
    '篇 册 套 笔 辆 幅 箱 盒 株 棵 枚 块 款 亩 吨 斤 公斤 堂 倍 番 美元 港元 欧元 公里 平方米 平方公里 公顷 小时 课时',
  ),
  ...same('幢 栋 顶 床 副 帧 顿 桶 袋 瓶 包 张床位'),
].sort((one, two) => two.printed.length - one.printed.length)

const PERSONS =
  '群众 妇女 女性 儿童 少儿 小学生 中学生 学生 女生 女童 女孩 男童 孩子 少年 幼儿 婴幼儿 婴儿 新生儿 家长 父母 母亲 妈妈 女童 ' +
  '网友 网民 观众 听众 居民 村民 农民 农妇 牧民 市民 游客 民众 党员 干部 执委 职工 女工 员工 工人 师生 教师 老师 志愿者 粉丝 用户 学员 会员 ' +
  '代表 人员 人口 姐妹 大学生 毕业生 研究生 创业者 劳动力 劳动者 患者 老人 老年人 残疾人 好友 青年 女青年 青少年 未成年人 专家 律师 ' +
  '女企业家 企业家 个人 先进个人 带头人 能手 从业者 务工者 绣娘 巧姐 大姐 姑娘 嫂子 巾帼 军嫂 受众 对象'
const TIMES = '参与人次 受益人次 服务人次 受训人次 参加人次 受众人次'
const HOUSES = '家庭 农户 住户 贫困户 低保户 脱贫户'
const SCHOOLS = '学校 高校 小学 中学 幼儿园 院校 中小学'
const PLACES =
  '部门 单位 乡镇 街道 村 社区 县区 县市区 县 市州 市 行政村 自然村 村居 项目 组织 团体 站点 基地 岗位 网点 摊位 托位 床位 点位 ' +
  '案例 集体 贫困村 县(市、区) 县(市区) 县(市) 县(区) 乡(镇) 乡镇(街道) 村(社区) 村(居) 市(州) 地市 设区市 地级市 省份 省区市 省(区、市) 省市 微信群 ' +
  '品牌 家长学校 妇女之家 儿童之家 妇女微家 阵地 小组 机构 民族 方面 环节 学科 平台 栏目 专栏 账号 公众号'
const COMPANIES = '企业 公司 商家 商户 合作社 医院 银行 媒体'

// 3村 and 5家庭 count, 3村委 and 5家庭教育 do not.
const PARTS_OF_WORDS: [RegExp, RegExp][] = [
  [/^.$/, /^(?:委|级|域|长|史|府|场|别|民)/],
  [/^家庭$/, /^(?:暴力|教育|文明|建设|纠纷|服务|医生|农场|矛盾|志愿|成员)/],
]
const grouped = (words: string, unit: string): UnitWord[] =>
  words.split(' ').map(printed => word(printed, unit, PARTS_OF_WORDS.find(([noun]) => noun.test(printed))?.[1]))

/** Nouns that stand behind a number without a classifier (14万群众), with the unit each is counted in. */
export const NOUN_UNITS: UnitWord[] = [
  ...grouped(PERSONS, '人'),
  ...grouped(TIMES, '人次'),
  ...grouped(HOUSES, '户'),
  ...grouped(SCHOOLS, '所'),
  ...grouped(PLACES, '个'),
  ...grouped(COMPANIES, '家'),
].sort((one, two) => two.printed.length - one.printed.length)

/** Words that may stand between the number and such a noun. */
export const BEFORE_NOUN =
  /^(?:农村|城乡|城镇|贫困|留守|困境|困难|特困|适龄|低收入|各族|女性|女|男|基层|妇联|妇女|家庭|孤残|孤困|春蕾|优秀|普通|在线|线上|重点|受灾|返乡|失业|下岗|待业|脱贫|建档立卡|进城|流动|广大|大中|直属|省直|市直|示范|新|余)/

/** Words before a number without a unit from which the unit follows: 参与人数达11917. */
export const IMPLIED_UNITS: [RegExp, string][] = [
  [/(?:人次|人次数)$/, '人次'],
  [/(?:其中|有)(?:妇女|女性|儿童|女职工|学生|党员)$/, '人'],
  [/(?:人数|粉丝|粉丝数|粉丝量|用户|用户数|会员数|关注数|关注量|受众|观众|听众|队伍|人口)(?:总数|总量|规模)?$/, '人'],
  [/(?:点击|阅读|浏览|播放|访问|观看|转发|点赞|曝光|传播|话题)(?:总)?(?:率|量|数|次数|人次)$/, '次'],
  [/次数$/, '次'],
  [/户数$/, '户'],
  [/(?:场次|场数)$/, '场'],
  [/(?:件数|案件数|案件)$/, '件'],
]

/** Words of money: a number of at least ten thousand behind them that has no unit is in yuan. */
export const MONEY_BEFORE =
  /(?:金额|资金|贷款|物资|善款|款物|捐款|募款|筹款|销售额|成交额|交易额|营业额|销售|产值|总产值|投资|价值|公益金|救助金|基金|经费|收入|授信|保额|补贴|贴息|奖金)(?:总额|总量|总值|累计|合计|共计|总计|折合)?$/
